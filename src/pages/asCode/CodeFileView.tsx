import { Button } from '@fluentui/react-components';
import type { CodeFile } from '../../domain/asCode/files.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ArrowDownload20Regular } from '../../ui/icons.ts';
import { saveFile } from '../../ui/saveFile.ts';
import styles from './CodeDialog.module.css';

/** One file: its text as it stands, always left to right, and two ways to take it. */
export function CodeFileView({ file }: { readonly file: CodeFile }) {
  const { t } = useText();
  const { name, text } = file;
  return (
    <section className={styles.file} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      {file.when === 'exists' && <p className={styles.hint}>{t.asCode.onlyIfExists}</p>}
      <div className={styles.actions}>
        <CopyButton text={text} label={t.asCode.copy(name)} done={t.asCode.copied} />
        <Button
          icon={<ArrowDownload20Regular />}
          onClick={() => saveFile(name, name.endsWith('.json') ? 'application/json' : 'text/plain', text)}
        >
          {t.asCode.download(name)}
        </Button>
      </div>
      <textarea
        className={styles.code}
        dir="ltr"
        readOnly
        rows={16}
        spellCheck={false}
        wrap="off"
        aria-label={name}
        value={text}
      />
    </section>
  );
}
