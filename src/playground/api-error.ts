/** Discord's JSON error codes that the playground answers with, with the HTTP status and the words that go with each. */
const knownErrors = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10087: [404, 'Unknown tag'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30032: [400, 'Maximum number of application commands reached'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50068: [400, 'Invalid message type'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

/** A code of Discord's that the playground knows how to answer with. */
export type ApiErrorCode = keyof typeof knownErrors;

/** One thing wrong with one field of a request, in Discord's own code and words. */
export interface FieldError {
  readonly code: string;
  readonly message: string;
}

/** The nested shape of a 50035 answer: a key per field or index, `_errors` at what is wrong. */
export type FieldErrors = { readonly [key: string]: FieldErrors | readonly FieldError[] };

/**
 * What Discord refuses: an HTTP status with a JSON body of `code`, `message` and, for 50035, nested `errors`. Handlers throw
 * it; the API server turns it into the answer.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FieldErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FieldErrors) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The JSON body that goes with it. */
  toBody(): { readonly message: string; readonly code: number; readonly errors?: FieldErrors } {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

/** The error that Discord gives for `code`; `errors` only for 50035. */
export function apiError(code: ApiErrorCode, errors?: FieldErrors): ApiError {
  const [status, message] = knownErrors[code];
  return new ApiError(status, code, message, errors);
}

/** A 50035 for one field: `path` leads to it from the top of the body. */
export function fieldError(path: readonly (string | number)[], code: string, message: string): ApiError {
  const leaf: FieldErrors = { _errors: [{ code, message }] };
  return apiError(
    50035,
    path.toReversed().reduce<FieldErrors>((inner, key) => ({ [key]: inner }), leaf),
  );
}

/** The same error, with the fields of a 50035 one level deeper, below `key`; anything else as it is. */
export function nestErrors(error: unknown, key: string | number): unknown {
  return error instanceof ApiError && error.errors !== undefined ? apiError(50035, { [key]: error.errors }) : error;
}
