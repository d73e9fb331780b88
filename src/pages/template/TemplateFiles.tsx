import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState, type DragEvent } from 'react';
import type { TemplateFile } from '../../domain/template/templateProblem.ts';
import { plainText } from '../../domain/providerText.ts';
import type { KeptFile, KeptTemplate } from '../../storage/templates.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card } from '../../ui/Section.tsx';
import styles from './TemplatePage.module.css';

const accepted = '.json,.jsonc,.txt,application/json,text/plain';
const slots: readonly TemplateFile[] = ['template', 'parameters'];

interface FilesProps {
  readonly draft: KeptTemplate;
  readonly onFiles: (files: readonly File[], wish: TemplateFile) => void;
  readonly onText: (file: KeptFile, wish: TemplateFile) => void;
  readonly onRemove: (file: TemplateFile) => void;
}

/** Where the provider's files come in: dropped, chosen or pasted. Which is which is seen by what they say. */
export function TemplateFiles(props: FilesProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    props.onFiles([...event.dataTransfer.files], 'template');
  };
  return (
    <div
      className={`${styles.drop} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Card>
        <p className={styles.hint}>{over ? t.template.files.dropNow : t.template.files.drop}</p>
        {slots.map((slot) => (
          <Slot key={slot} slot={slot} {...props} />
        ))}
      </Card>
    </div>
  );
}

function Slot({ slot, draft, onFiles, onText, onRemove }: FilesProps & { readonly slot: TemplateFile }) {
  const { t, format } = useText();
  const { files } = t.template;
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const file = draft[slot];
  const name = file && plainText(file.name, 80);
  return (
    <div className={styles.slot}>
      <div>
        <div className={styles.slotName}>{files[slot]}</div>
        <div className={styles.sub}>
          {file ? (
            <>
              <bdi>{name}</bdi> · {files.characters(format, file.text.length)}
            </>
          ) : (
            files.none
          )}
        </div>
      </div>
      <div className={styles.slotActions}>
        <input
          ref={input}
          className="visuallyHidden"
          type="file"
          tabIndex={-1}
          accept={accepted}
          multiple={slot === 'template'}
          aria-label={files.choose[slot]}
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])], slot);
            // The same file may be chosen again, after it was mended.
            target.value = '';
          }}
        />
        <Button onClick={() => input.current?.click()}>{files.choose[slot]}</Button>
        <Button appearance="subtle" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {files.paste[slot]}
        </Button>
        {file && (
          <Button appearance="subtle" onClick={() => onRemove(slot)}>
            {files.remove[slot]}
          </Button>
        )}
      </div>
      {pasting && (
        <div className={styles.paste}>
          <Field label={files.paste[slot]} hint={files.pasteHint}>
            <Textarea
              value={text}
              resize="vertical"
              rows={8}
              textarea={{ spellCheck: false, className: styles.code ?? '' }}
              onChange={(_, { value }) => setText(value)}
            />
          </Field>
          <div className={styles.slotActions}>
            <Button
              disabledFocusable={text.trim() === ''}
              onClick={() => {
                onText({ name: files.pasted, text }, slot);
                setText('');
                setPasting(false);
              }}
            >
              {files.read}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                setText('');
                setPasting(false);
              }}
            >
              {files.cancel}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
