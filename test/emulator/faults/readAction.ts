import { Fields } from '../host/fields.ts';
import { pagingTricks, type FaultAction, type FaultMoment } from './rules.ts';

const status = { min: 200, max: 599, whole: true };
const errorStatus = { ...status, min: 400 };
const milliseconds = { min: 0, max: 600_000, whole: true };
const moments: readonly FaultMoment[] = ['beforeCommit', 'afterCommit'];
const writes = ['PUT', 'POST', 'PATCH', 'DELETE'] as const;

/** Fields of each kind of action, beside `kind`. */
const actionFields = {
  error: ['status', 'code', 'message', 'when', 'shape', 'headers'],
  throttle: ['retryAfter', 'seconds', 'message'],
  challenge: ['reason'],
  lose: ['when'],
  delay: ['ms', 'jitterMs'],
  slowBody: ['ms'],
  stall: ['when'],
  html: ['status'],
  body: ['damage'],
  rewrite: ['path', 'value'],
  answer: ['status', 'body', 'when', 'headers'],
  meanwhile: ['persona', 'method', 'path', 'body', 'when'],
  paging: ['trick'],
} as const satisfies Record<FaultAction['kind'], readonly string[]>;

const kinds = Object.keys(actionFields) as FaultAction['kind'][];

/**
 * Reads the `action` of a fault rule.
 *
 * @throws InputError naming the field that is wrong, with what it may be.
 */
export function readAction(sent: unknown, personas: readonly string[]): FaultAction {
  const anyFields = ['kind', ...new Set(Object.values(actionFields).flat())];
  const kind = new Fields(sent, "'action'", anyFields).oneOf('kind', kinds);
  const fields = new Fields(sent, `An action of kind '${kind}'`, ['kind', ...actionFields[kind]]);
  const when = (): FaultMoment => fields.oneOf('when', moments, 'beforeCommit');
  switch (kind) {
    case 'error':
      return {
        kind,
        status: fields.number('status', errorStatus),
        code: fields.text('code'),
        message: fields.text('message', 'The emulator was told to answer this.'),
        when: when(),
        shape: fields.oneOf('shape', ['wrapped', 'unwrapped'], 'wrapped'),
        headers: fields.texts('headers'),
      };
    case 'throttle':
      return {
        kind,
        retryAfter: fields.oneOf('retryAfter', ['seconds', 'date', 'milliseconds', 'none'], 'seconds'),
        seconds: fields.number('seconds', { min: 0, max: 86_400, whole: true }, 5),
        message: fields.text('message', 'The request is being throttled.'),
      };
    case 'challenge':
      return { kind, reason: fields.oneOf('reason', ['mfa', 'revoked'], 'mfa') };
    case 'lose':
    case 'stall':
      return { kind, when: when() };
    case 'delay':
      return { kind, ms: fields.number('ms', milliseconds), jitterMs: fields.number('jitterMs', milliseconds, 0) };
    case 'slowBody':
      return { kind, ms: fields.number('ms', milliseconds) };
    case 'html':
      return { kind, status: fields.number('status', status, 200) };
    case 'body':
      return { kind, damage: fields.oneOf('damage', ['empty', 'truncated', 'notJson', 'unknownFields']) };
    case 'rewrite':
      return { kind, path: fields.text('path'), value: fields.raw('value') ?? null };
    case 'answer':
      return {
        kind,
        status: fields.number('status', status, 200),
        body: fields.raw('body'),
        when: when(),
        headers: fields.texts('headers'),
      };
    case 'meanwhile':
      return {
        kind,
        persona: fields.oneOf('persona', personas),
        method: fields.oneOf('method', writes),
        path: fields.text('path'),
        body: fields.raw('body'),
        when: when(),
      };
    case 'paging':
      return { kind, trick: fields.oneOf('trick', pagingTricks) };
  }
}
