import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { plainText } from '../../domain/providerText.ts';
import type { Question } from '../../domain/template/parameters.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import styles from './TemplatePage.module.css';

/** Asks for what the files do not say: a field for each value, none of them filled in by guessing. */
export function TemplateQuestions(props: {
  readonly questions: readonly Question[];
  readonly kept: Readonly<Record<string, string>>;
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useText();
  const [answers, setAnswers] = useState(props.kept);
  const complete = props.questions.every(({ key }) => (answers[key] ?? '').trim() !== '');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (complete) props.onAnswer(answers);
  };
  return (
    <Section title={t.template.asks.title} lead={t.template.asks.lead}>
      <form onSubmit={send}>
        <Card>
          {props.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              value={answers[question.key] ?? ''}
              onChange={(value) => setAnswers({ ...answers, [question.key]: value })}
            />
          ))}
          <div>
            <Button type="submit" appearance="primary" disabledFocusable={!complete}>
              {t.template.asks.action}
            </Button>
          </div>
        </Card>
      </form>
    </Section>
  );
}

function QuestionField(props: {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText();
  const { question, value, onChange } = props;
  const { asks } = t.template;
  const lists = question.type === 'list' || question.type === 'object';
  const hints = [
    question.kind === 'expression' ? asks.expression : plainText(question.description ?? '', 300),
    lists ? asks.json : '',
  ].filter((hint) => hint !== '');
  return (
    <Field
      label={
        <bdi className={question.kind === 'expression' ? styles.code : undefined}>{plainText(question.name, 200)}</bdi>
      }
      hint={hints.length === 0 ? null : <bdi>{hints.join(' ')}</bdi>}
      required
      {...(question.wrong && { validationState: 'error', validationMessage: asks.wrong })}
    >
      {question.allowed || question.type === 'yesNo' ? (
        <Select value={value} onChange={(_, chosen) => onChange(chosen.value)}>
          <option value="">{asks.choose}</option>
          {question.allowed
            ? question.allowed.map((one) => (
                <option key={one} value={one}>
                  {plainText(one, 120)}
                </option>
              ))
            : [
                <option key="true" value="true">
                  {asks.yes}
                </option>,
                <option key="false" value="false">
                  {asks.no}
                </option>,
              ]}
        </Select>
      ) : lists ? (
        <Textarea
          value={value}
          resize="vertical"
          rows={6}
          textarea={{ spellCheck: false, className: styles.code ?? '' }}
          onChange={(_, { value: text }) => onChange(text)}
        />
      ) : (
        <Input
          value={value}
          type={question.type === 'number' ? 'number' : 'text'}
          onChange={(_, { value: text }) => onChange(text)}
        />
      )}
    </Field>
  );
}
