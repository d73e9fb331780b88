import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Longest wait for one answer, in ms. ARM itself gives up after a minute. */
const longestAnswer = 100_000;

/**
 * Every request is made the same way: findable in Azure's activity log by our own ids, answered in English (the error
 * dictionary reads messages), and never with cookies, from a cache, through a redirect or with our address as referrer.
 * `no-store` also keeps the browser from sending requests to one address one after the other.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 * @param newId a fresh GUID
 * @param correlationId for every request that is not part of a run
 */
export function hygienePolicy(newId: () => string, correlationId: string): PipelinePolicy {
  return {
    name: 'hygiene',
    sendRequest(request, next) {
      if (!request.headers.has('x-ms-client-request-id')) request.headers.set('x-ms-client-request-id', newId());
      if (!request.headers.has('x-ms-correlation-request-id')) {
        request.headers.set('x-ms-correlation-request-id', correlationId);
      }
      request.headers.set('x-ms-useragent', 'lighthouse-onboarding');
      request.headers.set('accept-language', 'en');
      request.timeout ||= longestAnswer;
      request.withCredentials = false;
      request.requestOverrides = {
        ...request.requestOverrides,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      };
      return next(request);
    },
  };
}
