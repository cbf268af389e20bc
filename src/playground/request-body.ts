import { type ApiError, apiError } from './api-error.js';
import type { UploadedFile } from './message-body.js';

/** A request's body: its JSON and the files of a multipart form, or why it cannot be read. */
export interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly error?: ApiError;
}

/** The most that a body may hold, in bytes: two files of the 10 MiB that Discord takes, and what goes around them. */
const MAX_BODY_BYTES = 21 * 1024 * 1024;

/**
 * Reads a body of JSON, or a multipart form with `payload_json` and `files[n]`. What is neither gives a 50109, what is too
 * large a 40005. Undefined where the connection ends before the body does.
 */
export async function readBody(request: Request): Promise<RequestBody | undefined> {
  const bytes = await readBytes(request).catch(() => undefined);
  if (bytes === undefined) return undefined;
  if (bytes === 'too-large') return { body: undefined, files: [], error: apiError(40005) };
  const contentType = request.headers.get('content-type') ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    const form = new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    return form.then(readForm, () => unreadable);
  }
  return bytes.byteLength === 0 ? { body: undefined, files: [] } : readJson(bytes.toString('utf8'), []);
}

const unreadable: RequestBody = { body: undefined, files: [], error: apiError(50109) };

async function readBytes({ headers, body }: Request): Promise<Buffer<ArrayBuffer> | 'too-large'> {
  if (Number(headers.get('content-length')) > MAX_BODY_BYTES) return 'too-large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readForm(form: FormData): Promise<RequestBody> {
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/u.exec(field)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ index, name: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  const payload = form.get('payload_json');
  return typeof payload === 'string' ? readJson(payload, files) : { body: {}, files };
}

function readJson(text: string, files: readonly UploadedFile[]): RequestBody {
  try {
    return { body: JSON.parse(text), files };
  } catch {
    return { body: undefined, files: [], error: apiError(50109) };
  }
}
