import { type ApiError, apiError } from './api-error.js';
import type { UploadedFile } from './message-body.js';

/** A request's body: its JSON and the files of a multipart form, or why it cannot be read. */
export interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly error?: ApiError;
}

/** Reads a body of JSON, or a multipart form with `payload_json` and `files[n]`. JSON that is none gives a 50109. */
export async function readBody(request: Request): Promise<RequestBody> {
  const contentType = request.headers.get('content-type') ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(await request.formData());
  const text = await request.text();
  return text === '' ? { body: undefined, files: [] } : readJson(text, []);
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
