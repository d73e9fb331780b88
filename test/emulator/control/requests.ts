import { Fields } from '../host/fields.ts';
import type { RequestRecord } from '../context.ts';
import type { ControlCall } from './call.ts';

const services: readonly RequestRecord['service'][] = ['arm', 'entra', 'control', 'msgraph'];

/**
 * `GET /_emulator/requests?since=n&service=arm`: what was asked after record n, oldest first, and the number to ask from
 * next time. Calls to `/_emulator` itself are in it too, under service `control`.
 *
 * @throws InputError for an unknown parameter or service.
 */
export function listRequests({ context, url }: ControlCall): {
  readonly requests: readonly RequestRecord[];
  readonly last: number;
} {
  const fields = new Fields(Object.fromEntries(url.searchParams), 'The query', ['since', 'service']);
  const since = fields.number('since', { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true }, 0);
  const service = fields.has('service') ? fields.oneOf('service', services) : undefined;
  const later = context.requests.filter((record) => record.n > since);
  return {
    requests: service === undefined ? later : later.filter((record) => record.service === service),
    last: later.at(-1)?.n ?? since,
  };
}
