import { RestError, type PipelinePolicy } from '@azure/core-rest-pipeline';

/**
 * What was under way when the device fell asleep has no connection any more, although nobody says so for minutes. When
 * it wakes, each such request counts as lost: a read is sent again, and whoever wrote looks whether it arrived.
 * @param onWake has the listener called when the device has slept, until the returned function is called
 */
export function wakePolicy(onWake: (listener: () => void) => () => void): PipelinePolicy {
  return {
    name: 'wake',
    async sendRequest(request, next) {
      let leave = (): unknown => undefined;
      const woken = new Promise<never>((_, reject) => {
        leave = onWake(() => {
          reject(new RestError('The device slept.', { code: RestError.REQUEST_SEND_ERROR, request }));
        });
      });
      try {
        return await Promise.race([next(request), woken]);
      } finally {
        leave();
      }
    },
  };
}
