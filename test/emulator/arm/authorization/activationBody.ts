import { ArmError } from '../errors.ts';

/** What a request to activate a role says. */
export interface AskedActivation {
  readonly principalId: string;
  /** The GUID of the role definition. */
  readonly role: string;
  readonly minutes: number;
  readonly startsAt?: number;
  readonly justification?: string;
  readonly ticketNumber?: string;
  readonly ticketSystem?: string;
}

/** @throws 400 InvalidRequestContent for a body that is not a request to activate a role for a while */
export function readActivation(body: unknown): AskedActivation {
  const properties = member(body, 'properties');
  const schedule = member(properties, 'scheduleInfo');
  const expiration = member(schedule, 'expiration');
  const ticket = member(properties, 'ticketInfo');
  if (text(properties, 'requestType') !== 'SelfActivate') throw invalid('requestType must be SelfActivate here');
  const principalId = text(properties, 'principalId');
  const role = text(properties, 'roleDefinitionId')?.split('/').at(-1)?.toLowerCase();
  if (principalId === undefined || role === undefined) throw invalid('principalId and roleDefinitionId are required');
  const duration = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text(expiration, 'duration') ?? '');
  const minutes = Number(duration?.[1] ?? 0) * 60 + Number(duration?.[2] ?? 0);
  if (text(expiration, 'type') !== 'AfterDuration' || minutes <= 0) throw invalid('expiration must have a duration');
  const start = Date.parse(text(schedule, 'startDateTime') ?? '');
  const justification = text(properties, 'justification');
  const ticketNumber = text(ticket, 'ticketNumber');
  const ticketSystem = text(ticket, 'ticketSystem');
  return {
    principalId,
    role,
    minutes,
    ...(!Number.isNaN(start) && { startsAt: start }),
    ...(justification !== undefined && { justification }),
    ...(ticketNumber !== undefined && { ticketNumber }),
    ...(ticketSystem !== undefined && { ticketSystem }),
  };
}

function invalid(why: string): ArmError {
  return new ArmError(400, 'InvalidRequestContent', `The request content was invalid: ${why}.`);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}
