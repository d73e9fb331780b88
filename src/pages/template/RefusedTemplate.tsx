import type { TemplateProblem } from '../../domain/template/templateProblem.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './TemplatePage.module.css';
import { templateProblemPlace, templateProblemText } from './templateWords.ts';

/** Why a template is not taken in, with the message to whoever wrote it. */
export function RefusedTemplate({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const { t, format } = useText();
  const lines = problems.map((problem) => ({
    sentence: templateProblemText(problem, t, format),
    place: templateProblemPlace(problem, t, format),
  }));
  const { start, end } = t.template.message;
  const message = [
    start,
    ...lines.map(({ sentence, place }) => `- ${sentence}${place === undefined ? '' : ` (${place})`}`),
    end,
  ].join('\n');
  return (
    <Notice
      tone="bad"
      announce
      title={t.template.refusedTitle}
      actions={<CopyButton text={message} label={t.template.copyForProvider} done={t.common.copied} />}
    >
      <p>{t.template.refusedWhat}</p>
      <ul className={styles.problems}>
        {lines.map(({ sentence, place }, at) => (
          <li key={at}>
            <bdi>{sentence}</bdi>
            {place !== undefined && (
              <>
                {' '}
                <code className={styles.place}>{place}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
