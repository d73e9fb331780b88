import type { SystemData } from '../../model.ts';
import { clientName } from '../access/principals.ts';
import type { ArmRequest } from '../request.ts';

/** `systemData` of a resource the caller writes now: a new one, or the earlier one with its last change renewed. */
export function authorship(request: ArmRequest, earlier?: SystemData): SystemData {
  const by = clientName(request.world, request.caller);
  const byType = request.caller.isApplication ? 'Application' : 'User';
  return {
    createdBy: earlier?.createdBy ?? by,
    createdByType: earlier?.createdByType ?? byType,
    createdAt: earlier?.createdAt ?? request.now,
    lastModifiedBy: by,
    lastModifiedByType: byType,
    lastModifiedAt: request.now,
  };
}
