import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { armLimits } from '../../domain/asCode/arm.ts';
import { codeFiles, codeFormats, tooLarge, type CodeFormat } from '../../domain/asCode/files.ts';
import { codeModel, hasWays, type CodeModel } from '../../domain/asCode/model.ts';
import { policyModel } from '../../domain/asCode/policy.ts';
import { removalModel } from '../../domain/asCode/removal.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import styles from './CodeDialog.module.css';
import { CodeFileView } from './CodeFileView.tsx';
import { PolicyCode } from './PolicyCode.tsx';
import { RemovalCode } from './RemovalCode.tsx';

/** The change set as files for the tool of one's choice: to read, to copy, to download. Nothing is written to Azure. */
export function CodeDialog(props: {
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { changeSet, fingerprint } = props;
  const removes = changeSet.kind === 'remove';
  const [shown, setShown] = useState<CodeFormat | 'policy'>(removes ? 'cli' : 'arm');
  const [copies, setCopies] = useState(false);
  const model = useMemo(
    () => (removes ? undefined : codeModel(changeSet, fingerprint, copies ? 'copies' : 'reviewed')),
    [removes, changeSet, fingerprint, copies],
  );
  const removal = useMemo(
    () => (removes ? removalModel(changeSet, fingerprint) : undefined),
    [removes, changeSet, fingerprint],
  );
  const policy = useMemo(() => policyModel(changeSet), [changeSet]);
  const forms = [...codeFormats, ...(policy ? (['policy'] as const) : [])];
  const panel = () => {
    if (shown === 'policy') return policy && <PolicyCode policy={policy} changeSet={changeSet} />;
    if (removal) return <RemovalCode model={removal} format={shown} onFormat={setShown} />;
    return model ? <Files model={model} format={shown} /> : <ProblemNotice error={{ code: 'badAnswer' }} />;
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface className={styles.surface ?? ''} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{t.asCode.title}</DialogTitle>
          <DialogContent className={styles.content ?? ''}>
            <TabList
              className={styles.tabs ?? ''}
              aria-label={t.asCode.formats}
              selectedValue={shown}
              onTabSelect={(_, { value }) => setShown(forms.find((one) => one === value) ?? shown)}
            >
              {forms.map((one) => (
                <Tab key={one} value={one}>
                  {one === 'policy' ? t.policyCode.tab : t.asCode.format[one]}
                </Tab>
              ))}
            </TabList>
            {shown !== 'policy' && (
              <>
                <p>{t.asCode.lead}</p>
                <ul className={styles.points}>
                  <li>{t.asCode.rights}</li>
                  <li>{t.asCode.yours}</li>
                </ul>
              </>
            )}
            {hasWays(changeSet) && shown !== 'policy' && (
              <div>
                <Checkbox
                  checked={copies}
                  label={t.asCode.ways}
                  onChange={(_, { checked }) => setCopies(checked === true)}
                />
                <p className={styles.hint}>{t.asCode.waysHint}</p>
              </div>
            )}
            {panel()}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{t.asCode.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Files({ model, format }: { readonly model: CodeModel; readonly format: CodeFormat }) {
  const { t, format: words } = useText();
  const over = useMemo(() => tooLarge(model, format), [model, format]);
  const files = useMemo(() => codeFiles(model, format), [model, format]);
  if (over) {
    return (
      <Notice tone="caution" announce title={t.asCode.tooLargeTitle}>
        <p>{t.asCode.tooLargeWhat(words, over.resources, armLimits.resources)}</p>
      </Notice>
    );
  }
  return (
    <div role="tabpanel" aria-label={t.asCode.format[format]}>
      <p>{t.asCode.note[format]}</p>
      {files.map((file) => (
        <CodeFileView key={`${format} ${file.name}`} file={file} />
      ))}
    </div>
  );
}
