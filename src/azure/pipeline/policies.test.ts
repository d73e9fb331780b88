import type { GetTokenOptions } from '@azure/core-auth';
import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/problem.ts';
import { hygienePolicy } from './hygiene.ts';
import { originGuard } from './originGuard.ts';
import { tokenPolicy } from './token.ts';

const arm = 'https://management.azure.com';

function answer(request: PipelineRequest, status = 200, headers: Record<string, string> = {}): PipelineResponse {
  return { request, status, headers: createHttpHeaders(headers), bodyAsText: '{}' };
}

async function through(policy: PipelinePolicy, request: PipelineRequest): Promise<PipelineRequest> {
  let sent: PipelineRequest | undefined;
  await policy.sendRequest(request, async (passed) => answer((sent = passed)));
  if (!sent) throw new Error('The policy sent nothing');
  return sent;
}

describe('the origin guard', () => {
  const originFor = async (url: string): Promise<string | undefined> => {
    try {
      await through(originGuard(arm), createPipelineRequest({ url }));
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      return problem.code === 'foreignAddress' ? problem.origin : problem.code;
    }
  };

  it('lets Azure Resource Manager through', async () => {
    expect(await originFor(`${arm}/subscriptions?api-version=1`)).toBeUndefined();
    expect(await originFor('https://MANAGEMENT.azure.com:443/x')).toBeUndefined();
  });

  it.each([
    ['http://management.azure.com/x', 'http://management.azure.com'],
    ['https://management.azure.com.evil.example/x', 'https://management.azure.com.evil.example'],
    ['https://management.azure.com@evil.example/x', 'https://management.azure.com@evil.example'],
    ['https://management.azure.com:8443/x', 'https://management.azure.com:8443'],
    ['https://graph.microsoft.com/x', 'https://graph.microsoft.com'],
    ['data:text/html,x', 'null'],
    ['not an address', 'not an address'],
  ])('stops %s', async (url, origin) => {
    expect(await originFor(url)).toBe(origin);
  });
});

describe('the manners of a request', () => {
  it('carry ids, ask for English, and keep cookies, caches, redirects and referrers out', async () => {
    const sent = await through(
      hygienePolicy(() => 'fresh', 'session'),
      createPipelineRequest({ url: arm }),
    );
    expect(sent.headers.toJSON()).toEqual({
      'x-ms-client-request-id': 'fresh',
      'x-ms-correlation-request-id': 'session',
      'x-ms-useragent': 'lighthouse-onboarding',
      'accept-language': 'en',
    });
    expect(sent.withCredentials).toBe(false);
    expect(sent.timeout).toBeGreaterThan(60_000);
    expect(sent.requestOverrides).toEqual({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  it('keep the ids that a run made before', async () => {
    const headers = createHttpHeaders({ 'x-ms-client-request-id': 'mine', 'x-ms-correlation-request-id': 'run' });
    const sent = await through(
      hygienePolicy(() => 'fresh', 'session'),
      createPipelineRequest({ url: arm, headers }),
    );
    expect([sent.headers.get('x-ms-client-request-id'), sent.headers.get('x-ms-correlation-request-id')]).toEqual([
      'mine',
      'run',
    ]);
  });
});

describe('the token', () => {
  const lifetime = 3_600_000;

  function scene(options: { readonly fail?: () => boolean } = {}) {
    let now = 0;
    const asked: GetTokenOptions[] = [];
    const credential = {
      getToken: async (_: string | string[], request: GetTokenOptions = {}) => {
        asked.push(request);
        if (options.fail?.()) throw new Error('no network');
        return { token: `t${asked.length}`, expiresOnTimestamp: now + lifetime };
      },
    };
    const policy = tokenPolicy(credential, `${arm}/.default`, () => now);
    const bearer = async () =>
      (await through(policy, createPipelineRequest({ url: arm }))).headers.get('authorization');
    return { asked, policy, bearer, pass: (ms: number) => void (now += ms) };
  }

  it('is fetched once for everybody, and asks to be told when it is revoked', async () => {
    const { asked, bearer } = scene();
    expect(await Promise.all([bearer(), bearer(), bearer()])).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t1']);
    expect(asked).toEqual([{ enableCae: true }]);
  });

  it('is renewed before it ends, and kept as long as it holds when that fails', async () => {
    let fail = false;
    const { bearer, pass } = scene({ fail: () => fail });
    expect(await bearer()).toBe('Bearer t1');
    pass(lifetime - 240_000);
    fail = true;
    expect(await bearer()).toBe('Bearer t1');
    expect(await bearer()).toBe('Bearer t1');
    fail = false;
    pass(60_000);
    expect(await bearer()).toBe('Bearer t3');
    pass(lifetime + 1);
    fail = true;
    await expect(bearer()).rejects.toThrow('no network');
  });

  it('is not lost to others when the first who needed it gives up', async () => {
    const stop = new AbortController();
    const { asked, bearer, policy } = scene();
    const request = createPipelineRequest({ url: arm, abortSignal: stop.signal });
    const first = policy.sendRequest(request, async () => {
      throw new DOMException('aborted', 'AbortError');
    });
    const second = bearer();
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(await second).toBe('Bearer t1');
    expect(asked[0]).not.toHaveProperty('abortSignal');
  });

  it('is fetched anew for a challenge, once for all who were challenged', async () => {
    const { asked, policy } = scene();
    const claims = btoa('{"access_token":{}}');
    const challenge = { 'www-authenticate': `Bearer error="insufficient_claims", claims="${claims}"` };
    const send = async () => {
      const tokens: (string | undefined)[] = [];
      const response = await policy.sendRequest(createPipelineRequest({ url: arm }), async (request) => {
        const token = request.headers.get('authorization');
        tokens.push(token);
        return token === 'Bearer t1' ? answer(request, 401, challenge) : answer(request);
      });
      return [response.status, ...tokens];
    };
    expect(await Promise.all([send(), send()])).toEqual([
      [200, 'Bearer t1', 'Bearer t2'],
      [200, 'Bearer t1', 'Bearer t2'],
    ]);
    expect(asked).toEqual([{ enableCae: true }, { enableCae: true, claims: '{"access_token":{}}' }]);
  });

  it('is not asked for again where a challenge cannot be answered', async () => {
    const { asked, policy } = scene();
    const refused = await policy.sendRequest(createPipelineRequest({ url: arm }), async (request) =>
      answer(request, 401),
    );
    expect(refused.status).toBe(401);
    expect(asked).toHaveLength(1);
  });
});
