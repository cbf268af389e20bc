import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { findSpec } from './find-spec.js';

/** What is wrong with a value, one line each; empty when nothing is. */
export type Complaints = readonly string[];

/** Discord's OpenAPI spec, as far as it judges what goes over the wire. */
export interface OpenApiSpec {
  /** Whether there is such an operation. `path` is without the version, its parameters filled in. */
  hasOperation(method: string, path: string): boolean;
  judgeRequest(method: string, path: string, body: unknown): Complaints;
  judgeReply(method: string, path: string, status: number, body: unknown): Complaints;
  /** Judges a value by a named schema of the spec, `MessageResponse` say. */
  judgeSchema(name: string, value: unknown): Complaints;
}

/** The spec, or undefined where it is not at hand. Throws where DISCORD_SPEC names a file that is not there. */
export function loadOpenApiSpec(): OpenApiSpec | undefined {
  const file = findSpec();
  return file === undefined ? undefined : readSpec(readFileSync(file, 'utf8'));
}

/** An object of the spec's, with the fields that are looked for by name. */
interface Json {
  readonly [key: string]: unknown;
  readonly paths?: unknown;
  readonly components?: unknown;
  readonly schemas?: unknown;
  readonly responses?: unknown;
  readonly requestBody?: unknown;
  readonly required?: unknown;
  readonly content?: unknown;
  readonly $ref?: unknown;
}

function readSpec(text: string): OpenApiSpec {
  const document = mend(JSON.parse(text));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  // Discord's own formats say nothing that the patterns beside them do not.
  for (const format of ['snowflake', 'nonce']) ajv.addFormat(format, true);
  ajv.addSchema(document, 'discord');

  const validators = new Map<string, ValidateFunction>();
  const judge = (pointer: readonly string[], value: unknown): Complaints => {
    const reference = `discord#/${pointer.map(escapePointer).join('/')}`;
    const validate = validators.get(reference) ?? ajv.compile({ $ref: reference });
    validators.set(reference, validate);
    return validate(value) ? [] : describe(validate.errors ?? []);
  };
  const paths = object(document.paths);
  const templates = Object.keys(paths).map((template) => ({ template, segments: template.split('/') }));
  const find = (method: string, path: string) => {
    const template = bestTemplate(templates, path.split('/'));
    const operation = template === undefined ? undefined : object(paths[template])[method.toLowerCase()];
    if (template === undefined || operation === undefined) return undefined;
    return { pointer: ['paths', template, method.toLowerCase()], operation: object(operation) };
  };

  return {
    hasOperation: (method, path) => find(method, path) !== undefined,
    judgeSchema: (name, value) => judge(['components', 'schemas', name], value),
    judgeRequest: (method, path, body) => {
      const found = find(method, path);
      if (found === undefined) return [`there is no ${method} ${path}`];
      const { requestBody } = found.operation;
      if (requestBody === undefined) return body === undefined ? [] : ['no body was expected'];
      if (body === undefined) return object(requestBody).required === true ? ['a body was expected'] : [];
      return judge([...found.pointer, 'requestBody', 'content', 'application/json', 'schema'], body);
    },
    judgeReply: (method, path, status, body) => {
      const found = find(method, path);
      // That there is no such operation is the request's fault.
      if (found === undefined) return [];
      const responses = object(found.operation.responses);
      const key = [String(status), `${Math.floor(status / 100)}XX`].find((one) => one in responses);
      if (key === undefined) return [`no reply with status ${status} was expected`];
      const pointer = resolve(document, [...found.pointer, 'responses', key]);
      const { content } = object(at(document, pointer));
      if (content === undefined) return body === undefined ? [] : [`status ${status} was expected without a body`];
      return judge([...pointer, 'content', 'application/json', 'schema'], body);
    },
  };
}

/**
 * The spec with what it gets wrong put right: extra fields are allowed, permissions may be a string, field errors have
 * codes in words, and a 429 need not have a code.
 */
function mend(document: unknown): Json {
  const mended = object(
    JSON.parse(JSON.stringify(document), (key, value: unknown) => {
      if (key === 'additionalProperties' && value === false) return undefined;
      if (key === 'default_member_permissions') return { anyOf: [value, { type: 'string', pattern: '^[0-9]+$' }] };
      return value;
    }),
  );
  const schemas = object(object(mended.components).schemas);
  const codeInWords = { type: 'object', properties: { code: { type: ['integer', 'string'] } }, required: ['message'] };
  return {
    ...mended,
    components: { ...object(mended.components), schemas: { ...schemas, Error: codeInWords } },
  };
}

/** The template with the most literal segments that fits, so that `@me` goes before `{user_id}`. */
function bestTemplate(
  templates: readonly { readonly template: string; readonly segments: readonly string[] }[],
  path: readonly string[],
): string | undefined {
  const isParameter = (segment: string) => segment.startsWith('{');
  const fitting = templates.filter(
    ({ segments }) =>
      segments.length === path.length &&
      segments.every((segment, index) => isParameter(segment) || segment === path[index]),
  );
  const [best] = fitting.toSorted(
    (a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length,
  );
  return best?.template;
}

function describe(errors: readonly ErrorObject[]): Complaints {
  // Of a failed oneOf every branch complains; what matters stands deepest in the value.
  const deepest = errors.toSorted((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 6);
  return deepest.map(({ instancePath, message, params }) => {
    return `${instancePath || '(body)'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
  });
}

function resolve(document: Json, pointer: readonly string[]): readonly string[] {
  const { $ref } = object(at(document, pointer));
  return typeof $ref === 'string' ? $ref.slice(2).split('/') : pointer;
}

function at(document: Json, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((node, key) => object(node)[key], document);
}

function object(value: unknown): Json {
  if (typeof value === 'object' && value !== null) return { ...value };
  throw new TypeError(`The spec has ${JSON.stringify(value)} where an object was expected.`);
}

function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}
