import { parseCopyId } from '../ids.ts';
import type { CopyId } from '../ids.ts';
import type { OfferContent, OfferCopy } from '../offer.ts';
import { sameAccess } from '../sameAccess.ts';
import type { Goal } from './look.ts';

type CopyGoal = Goal<OfferCopy>;

/** A copy that is to say this, as something that is to be there. */
export function copyGoal(
  id: CopyId,
  content: OfferContent,
  differently: Partial<
    Pick<CopyGoal, 'shared' | 'activity' | 'differs' | 'isOutdated' | 'notBefore' | 'mustExist'>
  > = {},
): CopyGoal {
  const subscriptionId = parseCopyId(id)?.subscriptionId;
  if (!subscriptionId) throw new Error(`Not the id of a copy: ${id}`);
  return {
    kind: 'writeCopy',
    id,
    subscriptionId,
    shared: false,
    activity: { writing: 'writingCopy', confirming: 'confirming' },
    read: (port, ids) => port.readCopy(id, ids),
    differs: (found) => (sameAccess(found, content) ? undefined : 'copy'),
    send: async (port, ids) => (await port.writeCopy(id, content, ids)).provisioning,
    ...differently,
  };
}
