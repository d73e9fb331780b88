import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CodeFormat } from '../../domain/asCode/files.ts';
import type { RemovalModel } from '../../domain/asCode/removal.ts';
import { removalFiles } from '../../domain/asCode/removalFiles.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CodeFileView } from './CodeFileView.tsx';

/** A removal for one tool, or why that tool cannot do it and what can. */
export function RemovalCode(props: {
  readonly model: RemovalModel;
  readonly format: CodeFormat;
  readonly onFormat: (format: CodeFormat) => void;
}) {
  const { model, format } = props;
  const { t } = useText();
  const files = useMemo(() => removalFiles(model, format), [model, format]);
  return (
    <div role="tabpanel" aria-label={t.asCode.format[format]}>
      {(format === 'cli' || format === 'powerShell') && <p>{t.removalCode.note[format]}</p>}
      {files?.map((file) => (
        <CodeFileView key={file.name} file={file} />
      ))}
      {(format === 'arm' || format === 'bicep' || format === 'terraform') && (
        <Notice
          tone="caution"
          title={t.removalCode.cannotTitle[format]}
          actions={<Button onClick={() => props.onFormat('cli')}>{t.removalCode.toCommands}</Button>}
        >
          <p>{t.removalCode.cannot[format]}</p>
        </Notice>
      )}
    </div>
  );
}
