import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { shortFingerprint } from '../../domain/fingerprint.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import styles from './ConfirmChange.module.css';

/** What the person says to what was reviewed. */
export interface Confirming {
  readonly confirmed: boolean;
  /** As it goes into the receipt; absent where none was given. */
  readonly reason: string | undefined;
  readonly card: {
    readonly fingerprint: string;
    readonly confirmation: string;
    readonly confirmed: boolean;
    readonly typed: string;
    readonly onConfirm: (yes: boolean) => void;
    readonly onType: (text: string) => void;
  };
}

/** Reason and confirmation. What is confirmed is exactly this: a change of what is reviewed, or of the words, takes it back. */
export function useConfirming(fingerprint: string, confirmation: string): Confirming {
  const [confirmedText, setConfirmedText] = useState<string>();
  const [typed, setTyped] = useState('');
  const text = `${fingerprint} ${confirmation}`;
  const confirmed = confirmedText === text;
  return {
    confirmed,
    reason: typed.trim() === '' ? undefined : typed.trim(),
    card: {
      fingerprint,
      confirmation,
      confirmed,
      typed,
      onConfirm: (yes) => setConfirmedText(yes ? text : undefined),
      onType: setTyped,
    },
  };
}

/** Its heading, for pages on which it is a further step. */
export const confirmHeading = 'confirm';

/** The end of every review: the reason, the sentence to tick, the fingerprint. */
export function ConfirmCard({ fingerprint, confirmation, confirmed, typed, onConfirm, onType }: Confirming['card']) {
  const { t } = useText();
  return (
    <Section title={t.review.confirmTitle} headingId={confirmHeading}>
      <Card>
        <Field label={t.review.reason} hint={t.review.reasonHint}>
          <Textarea value={typed} maxLength={1000} resize="vertical" onChange={(_, { value }) => onType(value)} />
        </Field>
        <Checkbox
          className={styles.confirm ?? ''}
          checked={confirmed}
          label={<bdi>{confirmation}</bdi>}
          onChange={(_, { checked }) => onConfirm(checked === true)}
        />
        <div className={styles.fingerprint}>
          {t.review.fingerprint}: <code title={fingerprint}>{shortFingerprint(fingerprint)}</code>
          <div>{t.review.fingerprintHint}</div>
        </div>
      </Card>
    </Section>
  );
}
