import { useCallback, useMemo, useState } from 'react';
import { kindOfFile, readTemplate, type TemplateReading } from '../../domain/template/readTemplate.ts';
import type { TemplateFile, TemplateProblem } from '../../domain/template/templateProblem.ts';
import { keepTemplate, keptTemplate, type KeptFile, type KeptTemplate } from '../../storage/templates.ts';
import { useServices } from '../services.ts';
import { readTextFile } from './readTextFile.ts';

/** The files that the person brought, and what they come to. */
export function useTemplateDraft() {
  const { session } = useServices();
  const { tenantId } = session.person;
  const [draft, setDraft] = useState<KeptTemplate>(() => keptTemplate() ?? { answers: {} });
  const [unreadable, setUnreadable] = useState<TemplateProblem>();
  const [busy, setBusy] = useState(false);

  const keep = useCallback((next: KeptTemplate) => {
    keepTemplate(next);
    setDraft(next);
  }, []);

  /** Puts each text where it belongs by what it says; `wish` is where one goes that says nothing. */
  const take = useCallback(
    (files: readonly KeptFile[], wish: TemplateFile) => {
      const placed = Object.fromEntries(files.map((file) => [kindOfFile(file.text) ?? wish, file]));
      setUnreadable(undefined);
      // Other files ask other questions.
      keep({ ...draft, ...placed, answers: {} });
    },
    [draft, keep],
  );

  const bring = useCallback(
    async (blobs: readonly File[], wish: TemplateFile) => {
      setBusy(true);
      const read = await Promise.all(
        blobs.slice(0, 2).map(async (blob) => ({ name: blob.name, text: await readTextFile(blob, wish) })),
      );
      setBusy(false);
      const failed = read.map(({ text }) => text).find((text) => typeof text !== 'string');
      if (failed) setUnreadable(failed);
      else
        take(
          read.flatMap(({ name, text }) => (typeof text === 'string' ? [{ name, text }] : [])),
          wish,
        );
    },
    [take],
  );

  const remove = (file: TemplateFile) => {
    setUnreadable(undefined);
    const { [file]: _, ...rest } = draft;
    keep({ ...rest, answers: {} });
  };

  const reading = useMemo((): TemplateReading | undefined => {
    if (unreadable) return { state: 'refused', problems: [unreadable] };
    if (!draft.template) return undefined;
    return readTemplate({
      template: draft.template.text,
      ...(draft.parameters && { parameters: draft.parameters.text }),
      answers: draft.answers,
      tenantId,
    });
  }, [draft, unreadable, tenantId]);

  return {
    draft,
    reading,
    busy,
    bring,
    take,
    remove,
    answer: (answers: KeptTemplate['answers']) => keep({ ...draft, answers: { ...draft.answers, ...answers } }),
  };
}
