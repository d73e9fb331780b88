import type { ActivityEvent } from '../../domain/activity.ts';
import { activityStatusOf, type ActivityStatus } from '../../domain/activityStatus.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import { useText } from '../../text/TextContext.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import styles from './Activity.module.css';

const tones: Readonly<Record<ActivityStatus, Tone>> = {
  started: 'info',
  accepted: 'info',
  inProgress: 'info',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'neutral',
  active: 'info',
  resolved: 'good',
};
const longest = 60;

/** How far an action came, in the reader's words; a word that the app does not know stands as the log has it, and says so. */
export function Result({ event }: { readonly event: ActivityEvent }) {
  const { t } = useText();
  const known = activityStatusOf(event);
  const inLog = plainText(event.status, longest);
  if (known)
    return (
      <StateTag tone={tones[known]} plain>
        {t.activityStatus.word[known]}
      </StateTag>
    );
  if (inLog === '') return <span className={styles.sub}>{t.activityStatus.missing}</span>;
  return (
    <>
      <ProviderText text={inLog} />
      <div className={styles.sub}>{t.activityStatus.asInLog}</div>
    </>
  );
}

/** The same in one line: the reader's word, with Azure's where that is another. */
export function resultInFull(event: ActivityEvent, { activityStatus: words }: Catalog): string {
  const known = activityStatusOf(event);
  const inLog = plainText(event.status, longest);
  if (inLog === '') return words.missing;
  if (!known) return words.both(inLog, words.asInLog);
  const word = words.word[known];
  return word.toLowerCase() === inLog.toLowerCase() ? word : words.both(word, inLog);
}
