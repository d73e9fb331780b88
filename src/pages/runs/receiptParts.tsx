import type { KeptReceipt } from '../../domain/guardrailReceipt.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { fact } from '../../ui/Facts.tsx';

/** Of any receipt: who did it, in which tenant, when. */
export function whoFacts({ actor, tenant, startedAt, endedAt }: KeptReceipt, t: Catalog, format: Format) {
  return [
    fact(
      t.receipt.who,
      <>
        <div>
          <bdi>{actor.name}</bdi> ({actor.username})
        </div>
        <div>
          {t.frame[actor.membership]} · {t.receipt.objectId} <code>{actor.objectId}</code>
        </div>
      </>,
    ),
    fact(
      t.receipt.tenant,
      <>
        <div>{[tenant.name, tenant.domain].filter((part) => part !== undefined).join(' · ')}</div>
        <code>{tenant.id}</code>
      </>,
    ),
    fact(
      t.receipt.when,
      <>
        <div>
          {t.receipt.started} {format.dateTime(startedAt)}
        </div>
        <div>
          {t.receipt.finished} {format.dateTime(endedAt)}
        </div>
        <div>{t.receipt.clock}</div>
      </>,
    ),
  ];
}

/** Of any receipt: why, and what was confirmed. */
export function whyFacts({ reason, confirmation }: KeptReceipt, t: Catalog) {
  return [
    fact(t.receipt.reason, <bdi key="reason">{reason ?? t.receipt.noReason}</bdi>),
    fact(
      t.receipt.confirmation,
      <q key="confirmation" lang={confirmation.language}>
        {confirmation.text}
      </q>,
    ),
  ];
}

/** Of any receipt: what it can be checked by. */
export function sealFacts({ fingerprint, integrity }: KeptReceipt, t: Catalog) {
  return [
    fact(t.receipt.fingerprint, <code key="fingerprint">{fingerprint}</code>),
    fact(
      t.receipt.integrity,
      <>
        <code>{integrity.hash}</code>
        <div>{t.receipt.integrityNote}</div>
      </>,
    ),
  ];
}
