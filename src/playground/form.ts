import * as z from 'zod';
import { type ApiError, apiError, type FieldError, type FieldErrors } from './api-error.js';

/** How many code points a text has: what Discord's length limits count. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** A custom zod issue that comes out as the given code and words of Discord's. */
export function discordIssue(
  input: unknown,
  code: string,
  message: string,
  path: readonly PropertyKey[] = [],
): z.core.$ZodRawIssue<z.core.$ZodIssueCustom> {
  return { code: 'custom', input, message, path: [...path], params: { discordCode: code } };
}

/** A text of `min` to `max` code points. */
export function text(min: number, max: number) {
  return z.string().check((context) => {
    const length = codePointLength(context.value);
    if (length >= min && length <= max) return;
    context.issues.push(
      min > 0
        ? discordIssue(context.value, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
        : discordIssue(context.value, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`),
    );
  });
}

/** A list of `min` to `max` items. */
export function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(item).check((context) => {
    const { length } = context.value;
    if (length >= min && length <= max) return;
    context.issues.push(
      min > 0
        ? discordIssue(context.value, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
        : discordIssue(context.value, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`),
    );
  });
}

/** An id as Discord writes one. */
export const snowflake = z.string().regex(/^\d{17,20}$/u);

/**
 * Reads a request's body as `schema` says. Unknown fields are left out, as Discord does.
 * Throws a 50035 ApiError in Discord's nested shape when it does not fit.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw formError(result.error.issues);
}

function formError(issues: readonly z.core.$ZodIssue[]): ApiError {
  const tree: MutableErrors = {};
  for (const issue of issues) {
    let node = tree;
    // A value of no known type is complained of itself, not its type.
    const path = issue.code === 'invalid_union' && issue.path.at(-1) === 'type' ? issue.path.slice(0, -1) : issue.path;
    for (const key of path) {
      const next = node[String(key)];
      const inner: MutableErrors = next === undefined || Array.isArray(next) ? {} : next;
      node[String(key)] = inner;
      node = inner;
    }
    const errors = Array.isArray(node[ERRORS]) ? node[ERRORS] : [];
    node[ERRORS] = [...errors, toFieldError(issue)];
  }
  return apiError(50035, tree);
}

/** Where Discord puts what is wrong with a field itself. */
const ERRORS = '_errors';

interface MutableErrors {
  [key: string]: MutableErrors | FieldError[];
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  switch (issue.code) {
    case 'custom': {
      const { discordCode: code }: { discordCode?: unknown } = issue.params ?? {};
      return { code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID', message: issue.message };
    }
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Could not interpret the value as ${issue.expected}.` };
    case 'too_big':
      return { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` };
    case 'too_small':
      return { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` };
    case 'invalid_union':
      return { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is not one of those that may stand here.' };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

/** The first words of a 50035 for people: every field with what is wrong with it. */
export function describeFieldErrors(errors: FieldErrors, path = ''): readonly string[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.map((error: FieldError) => `${path || 'body'}: ${error.message}`);
    const inner = path === '' ? key : `${path}.${key}`;
    return isNested(value) ? describeFieldErrors(value, inner) : [];
  });
}

function isNested(value: FieldErrors[string]): value is FieldErrors {
  return !Array.isArray(value);
}
