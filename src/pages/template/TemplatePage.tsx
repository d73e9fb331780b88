import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { TemplateReading } from '../../domain/template/readTemplate.ts';
import type { KeptTemplate } from '../../storage/templates.ts';
import { useText } from '../../text/TextContext.tsx';
import { LiveMessage } from '../../ui/LiveMessage.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { usePageTitle } from '../shared/tenant.ts';
import { RefusedTemplate } from './RefusedTemplate.tsx';
import { TemplateFiles } from './TemplateFiles.tsx';
import { TemplateOfferView } from './TemplateOfferView.tsx';
import { TemplateQuestions } from './TemplateQuestions.tsx';
import { useTemplateDraft } from './useTemplateDraft.ts';

/** Brings in an offer from a provider's ARM template. Everything here happens in the browser; nothing is deployed. */
export function TemplatePage() {
  const { t } = useText();
  const { draft, reading, busy, bring, take, remove, answer } = useTemplateDraft();
  return (
    <Page title={t.template.title} documentTitle={usePageTitle(t.template.title)} lead={t.template.lead}>
      <Section title={t.template.files.title}>
        <TemplateFiles
          draft={draft}
          onFiles={(files, wish) => void bring(files, wish)}
          onText={(file, wish) => take([file], wish)}
          onRemove={remove}
        />
        <LiveMessage text={busy ? t.template.files.reading : ''} />
      </Section>
      {reading?.state === 'refused' && <RefusedTemplate problems={reading.problems} />}
      {reading?.state === 'asks' && (
        <TemplateQuestions
          key={reading.questions.map(({ key }) => key).join('\n')}
          questions={reading.questions}
          kept={draft.answers}
          onAnswer={answer}
        />
      )}
      {reading?.state === 'read' && <ReadOffers reading={reading} draft={draft} />}
    </Page>
  );
}

type Read = Extract<TemplateReading, { readonly state: 'read' }>;

function ReadOffers({ reading, draft }: { readonly reading: Read; readonly draft: KeptTemplate }) {
  const { t } = useText();
  const [chosen, setChosen] = useState(0);
  const offer = reading.offers[chosen] ?? reading.offers[0];
  return (
    <>
      {reading.offers.length > 1 && (
        <Section title={t.template.chooseTitle} lead={t.template.chooseLead}>
          <Card>
            <Field>
              <RadioGroup
                aria-label={t.template.chooseTitle}
                value={String(chosen)}
                onChange={(_, { value }) => setChosen(Number(value))}
              >
                {reading.offers.map(({ key, content }, at) => (
                  <Radio key={key} value={String(at)} label={<bdi>{offerName(content, t)}</bdi>} />
                ))}
              </RadioGroup>
            </Field>
          </Card>
        </Section>
      )}
      <TemplateOfferView key={offer.key} offer={offer} remarks={reading.remarks} draft={draft} />
    </>
  );
}
