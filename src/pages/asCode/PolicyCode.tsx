import { useMemo } from 'react';
import type { NoPolicy, PolicyModel } from '../../domain/asCode/policy.ts';
import { policyFiles } from '../../domain/asCode/policyFiles.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { offerName } from '../shared/offerNames.ts';
import styles from './CodeDialog.module.css';
import { CodeFileView } from './CodeFileView.tsx';

/** The policy for subscriptions to come, with its limits before its files; or why there is none for this review. */
export function PolicyCode(props: { readonly policy: PolicyModel | NoPolicy; readonly changeSet: ChangeSet }) {
  const { policy } = props;
  const { tenantId, offer } = props.changeSet;
  const { t } = useText();
  const words = t.policyCode;
  const name = offerName(offer.content, t);
  const files = useMemo(() => {
    if (typeof policy === 'string') return [];
    return policyFiles(policy, tenantId, {
      displayName: words.displayName(plainText(name, 80)),
      description: words.description,
      limits: [words.lead, `${words.widerTitle}.`, words.wider, ...words.limits].join(' '),
      leftOut: words.leftOut,
    });
  }, [policy, tenantId, words, name]);
  return (
    <div role="tabpanel" aria-label={words.tab} className={styles.panel}>
      {typeof policy === 'string' ? (
        <Notice tone="info" title={words.noneTitle}>
          <p>{words.none[policy]}</p>
        </Notice>
      ) : (
        <>
          <p>{words.lead}</p>
          <Notice tone="caution" title={words.widerTitle}>
            <p>{words.wider}</p>
          </Notice>
          <h3 className={styles.limits}>{words.limitsTitle}</h3>
          <ul className={styles.points}>
            {[...words.limits, words.unproven].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>{words.note}</p>
          {files.map((file) => (
            <CodeFileView key={file.name} file={file} />
          ))}
        </>
      )}
    </div>
  );
}
