import type { Context } from '../context.ts';
import type { FaultBook } from '../faults/faultBook.ts';
import { InputError } from '../host/fields.ts';
import type { ResetOptions } from '../host/resetOptions.ts';

/** What control may do to the emulator beyond its world. */
export interface ControlHost {
  readonly reset: (world: string | undefined, options: ResetOptions) => void;
  readonly book: FaultBook;
}

/** One request to a control endpoint. */
export interface ControlCall {
  readonly context: Context;
  readonly host: ControlHost;
  readonly url: URL;
  /** The body as JSON; for a form, an object of its fields that were filled in. */
  readonly sent: unknown;
}

const formType = 'application/x-www-form-urlencoded';

/** Whether the request comes from a form of the control page, which wants a page back and not JSON. */
function isForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith(formType);
}

/**
 * The body of a control request. `curl -d '{...}'` says `application/x-www-form-urlencoded` unless told otherwise, so a
 * body that starts like JSON is read as JSON whatever it calls itself.
 *
 * @throws InputError when it is neither JSON nor a form.
 */
export async function readSent(request: Request): Promise<{ readonly sent: unknown; readonly form: boolean }> {
  const text = await request.text();
  if (text.trim() === '') return { sent: {}, form: isForm(request) };
  if (isForm(request) && !/^\s*[[{]/.test(text)) return { sent: formFields(text), form: true };
  try {
    return { sent: JSON.parse(text), form: false };
  } catch (error) {
    throw new InputError(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Fields of a form; `a.b` makes an object, empty fields count as not sent. */
function formFields(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue;
    const [outer = name, inner] = name.split('.', 2);
    if (inner === undefined) fields[outer] = value;
    else fields[outer] = { ...(fields[outer] as object | undefined), [inner]: value };
  }
  return fields;
}
