import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { problemOf } from '../../domain/problem.ts';
import { isOver } from '../../domain/run.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useRun } from '../shared/useRun.ts';
import styles from './About.module.css';

/** What is read, what is kept where, and a way to forget all of it. */
export function PrivacyPage() {
  const { t } = useText();
  const { directory } = useServices();
  const { privacy } = t.about;
  const { reads, rows } = privacy;
  const graph = directory ? t.ownerNames.privacy : reads.noGraph;
  return (
    <Page title={privacy.title} documentTitle={usePageTitle(privacy.title)} lead={privacy.lead} narrow>
      <Section title={privacy.readTitle}>
        <ul className={styles.list}>
          {[reads.entra, reads.azure, reads.owners, graph].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title={privacy.keptTitle}>
        <table className={styles.table} aria-label={privacy.kept}>
          <thead>
            <tr>
              <th scope="col">{privacy.column.what}</th>
              <th scope="col">{privacy.column.where}</th>
              <th scope="col">{privacy.column.until}</th>
            </tr>
          </thead>
          <tbody>
            {Object.values(rows).map(([what, where, until]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  <span className={styles.label}>{privacy.column.where}: </span>
                  {where}
                </td>
                <td>
                  <span className={styles.label}>{privacy.column.until}: </span>
                  {until}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={privacy.neverTitle}>
        <ul className={styles.list}>
          {(directory ? [t.ownerNames.privacyNever, ...privacy.never.slice(1)] : privacy.never).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <ForgetSection />
    </Page>
  );
}

function ForgetSection() {
  const { t } = useText();
  const { forgetDevice, runs } = useServices();
  const { state } = useRun();
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { privacy } = t.about;
  const running = state !== undefined && !isOver(state);
  return (
    <Section id="forget" title={privacy.forgetTitle} lead={privacy.forgetWhat}>
      {running && <Notice tone="caution" title={privacy.forgetRunning} />}
      {!running && runs.found() && <Notice tone="caution" title={privacy.forgetUnfinished} />}
      {failure !== undefined && <ProblemNotice error={problemOf(failure)} />}
      <Checkbox
        checked={sure}
        disabled={running}
        onChange={(_, { checked }) => setSure(checked === true)}
        label={privacy.forgetSure}
      />
      <div>
        <Button disabled={!sure || running} onClick={() => void forgetDevice().catch(setFailure)}>
          {privacy.forget}
        </Button>
      </div>
    </Section>
  );
}
