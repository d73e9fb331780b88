import type { Caller, Clock, Context } from '../../context.ts';
import type { Persona, Timing } from '../../model.ts';
import { answerArm } from '../answer.ts';
import { applications, contoso, ids, tenantOfPerson, type Who } from './names.ts';
import { testWorld } from './world.ts';

const slow: Timing = {
  registration: 30_000,
  definitionUpdate: 15_000,
  assignmentPut: 15_000,
  assignmentDelete: 15_000,
  deleteLinger: 20_000,
  resourceGraphLag: 0,
};
export const instant: Timing = {
  registration: 0,
  definitionUpdate: 0,
  assignmentPut: 0,
  assignmentDelete: 0,
  deleteLinger: 0,
  resourceGraphLag: 0,
};

class TestClock implements Clock {
  #now = Date.UTC(2026, 10, 22, 9, 0, 0);
  now(): number {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

/** A fresh world with a clock that stands still. */
export function testContext(timing: Timing = slow): Context {
  return { clock: new TestClock(), timing, requests: [], world: testWorld() };
}

/** The caller a token of this person would make; a persona only where the test is about one. */
export function callerNamed(who: Who, more: Partial<Caller> = {}): Caller {
  return {
    tenantId: tenantOfPerson(who),
    objectId: ids[who],
    name: `${who}@contoso.example`,
    isApplication: applications.includes(who),
    isGuest: who === 'guest',
    mfa: true,
    ...more,
  };
}

/** A persona as the worlds have them, with what the tests of sign-in conditions need. */
export function personaNamed(who: Who, more: Partial<Persona> = {}): Persona {
  const about = { en: who, ko: who };
  const objectIds = { [tenantOfPerson(who)]: ids[who] };
  return {
    name: who,
    account: `${who}@contoso.example`,
    displayName: who,
    about,
    homeTenantId: contoso,
    objectIds,
    ...more,
  };
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** `error.code`, for the many tests that ask for nothing else. */
  readonly code: string | undefined;
  readonly message: string;
}

const ORIGIN = 'https://management.azure.com';

/** Sends one request as a person (or a caller made up by the test). The path may be a whole URL, such as a `nextLink`. */
export async function ask(
  context: Context,
  who: Who | Caller,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<TestAnswer> {
  const url = new URL(path.startsWith('http') ? path : ORIGIN + path);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(url, { method, headers, ...(body !== undefined && { body: text }) });
  const response = await answerArm(request, url, context, typeof who === 'string' ? callerNamed(who) : who);
  const answered: unknown = response.body === null ? {} : await response.json();
  const record = isRecord(answered) ? answered : {};
  const error = isRecord(record['error']) ? record['error'] : {};
  const { code, message } = error;
  return {
    status: response.status,
    headers: response.headers,
    body: record,
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : '',
  };
}

/** The rows of a list answer. */
export function rowsOf(answer: TestAnswer): Readonly<Record<string, unknown>>[] {
  const { value } = answer.body;
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(answer.body)}`);
  return value.filter(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
