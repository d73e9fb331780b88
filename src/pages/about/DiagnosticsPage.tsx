import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { useServices } from '../services.ts';
import { usePageTitle } from '../shared/tenant.ts';
import { useRun } from '../shared/useRun.ts';
import { useReceiptList } from '../runs/useReceipts.ts';
import styles from './About.module.css';
import { diagnosticsText } from './diagnosticsText.ts';

/** What to hand to whoever helps: shown in full before it is copied. */
export function DiagnosticsPage() {
  const { t, format } = useText();
  const { config, trouble } = useServices();
  const { text, readAgain } = useDiagnostics();
  const words = t.about.diagnostics;
  const { supportContact: contact } = config;
  return (
    <Page
      title={words.title}
      documentTitle={usePageTitle(words.title)}
      lead={words.lead}
      narrow
      actions={
        <>
          <Button onClick={readAgain}>{words.refresh}</Button>
          <CopyButton primary text={text} label={words.copy} done={words.copied} />
        </>
      }
    >
      <p>{words.trouble(format, trouble.list().length)}</p>
      <textarea className={styles.record} aria-label={words.text} readOnly rows={18} lang="en" value={text} />
      {contact !== undefined && (
        <p>
          {words.contact} <Link href={contact.includes('://') ? contact : `mailto:${contact}`}>{contact}</Link>
        </p>
      )}
    </Page>
  );
}

function useDiagnostics() {
  const { language } = useText();
  const { app, config, session, membership, trouble, surroundings } = useServices();
  const { state } = useRun();
  const [now, setNow] = useState(() => surroundings.now());
  const { durable = true } = useReceiptList();
  const text = diagnosticsText({
    app,
    config,
    membership,
    tenantId: session.person.tenantId,
    language,
    now,
    browser: {
      userAgent: navigator.userAgent,
      width: window.innerWidth,
      height: window.innerHeight,
      online: navigator.onLine,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    keeps: durable,
    run: state,
    trouble: trouble.list(),
  });
  return { text, readAgain: () => setNow(surroundings.now()) };
}
