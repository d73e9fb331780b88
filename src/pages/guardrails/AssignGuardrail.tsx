import { Button, Checkbox, Dropdown, Field, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { guardrailRecord, planGuardrail, type GuardrailKind, type GuardrailOutcome } from '../../domain/guardrail.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { InventoryRow } from '../../domain/inventory.ts';
import { problemOf, ProblemError, type Problem } from '../../domain/problem.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { Card, Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { providerName } from '../shared/offerNames.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import styles from './Guardrails.module.css';

interface Place {
  readonly scope: string;
  readonly text: string;
}

/** Assigns one of the policies: what is written stands there in full before it is confirmed. */
export function AssignGuardrail(props: {
  readonly rows: readonly InventoryRow[];
  readonly subscriptions: readonly Subscription[];
  readonly onDone: () => void;
}) {
  const { rows, subscriptions } = props;
  const { t } = useText();
  const { assignGuardrail, session, surroundings } = useServices();
  const words = t.guardrails;
  const [kind, setKind] = useState<GuardrailKind>('allow');
  const [scope, setScope] = useState('');
  const [confirmed, setConfirmed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<{ readonly outcome: GuardrailOutcome; readonly file: string }>();
  const places = useMemo(() => placesOf(subscriptions, words), [subscriptions, words]);
  const tenants = useMemo(() => {
    const found = new Map<TenantId, string>();
    for (const { content, offer } of rows)
      if (content) found.set(content.managedByTenantId, providerName(offer ?? content));
    return found;
  }, [rows]);
  const unknown = rows.some(({ content }) => content === undefined);
  const place = places.find((each) => each.scope === scope);
  const blocked = kind === 'allow' && (unknown ? words.unknownTenants : tenants.size === 0 ? words.noneInUse : false);
  const planned = place && planGuardrail(kind, place.scope, [...tenants.keys()], words.displayName[kind]);
  const text = planned && JSON.stringify({ id: planned.id, ...planned.body }, null, 2);
  const sentence = words.confirm(words.name[kind], place?.text ?? '');
  // What was confirmed is exactly this text: another choice takes it back.
  const ready = planned !== undefined && confirmed === text && blocked === false;

  const assign = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    setDone(undefined);
    try {
      const outcome = await assignGuardrail(planned);
      const at = new Date(surroundings.now()).toISOString();
      const { tenantId, objectId: by } = session.person;
      setDone({ outcome, file: guardrailRecord({ tenantId, by, at, confirmation: sentence, outcome, planned }) });
      setConfirmed(undefined);
      props.onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={words.assignTitle}>
      <Card>
        <Field label={words.policy}>
          <RadioGroup value={kind} onChange={(_, { value }) => setKind(value === 'audit' ? 'audit' : 'allow')}>
            <Radio value="allow" label={words.name.allow} />
            <Radio value="audit" label={words.name.audit} />
          </RadioGroup>
        </Field>
        <Field label={words.scope}>
          <Dropdown
            placeholder={words.scopePick}
            value={place?.text ?? ''}
            selectedOptions={[scope]}
            onOptionSelect={(_, { optionValue }) => setScope(optionValue ?? '')}
          >
            {places.map((each) => (
              <Option key={each.scope} value={each.scope} text={each.text}>
                <bdi>{each.text}</bdi>
              </Option>
            ))}
          </Dropdown>
        </Field>
        {kind === 'allow' && <TenantsInUse tenants={tenants} />}
        {blocked !== false && <Notice tone="caution" title={blocked} />}
        {blocked === false && text !== undefined && (
          <>
            <p className={styles.label}>{words.written}</p>
            <pre className={styles.text}>{text}</pre>
            <Checkbox
              checked={confirmed === text}
              label={<bdi>{sentence}</bdi>}
              onChange={(_, { checked }) => setConfirmed(checked === true ? text : undefined)}
            />
          </>
        )}
        <div>
          <Button appearance="primary" disabledFocusable={!ready || busy} onClick={() => void assign()}>
            {busy ? words.assigning : words.assign}
          </Button>
        </div>
      </Card>
      {problem && <ProblemNotice error={new ProblemError(problem)} title={words.refusedTitle} />}
      {done && (
        <Notice
          tone={done.outcome === 'different' ? 'caution' : 'good'}
          announce
          title={words.outcome[done.outcome]}
          actions={
            <Button onClick={() => saveFile('lighthouse-guardrail.json', 'application/json', done.file)}>
              {words.save}
            </Button>
          }
        >
          <p>{words.outcomeWhat[done.outcome]}</p>
        </Notice>
      )}
    </Section>
  );
}

function TenantsInUse({ tenants }: { readonly tenants: ReadonlyMap<TenantId, string> }) {
  const { t, format } = useText();
  return (
    <div>
      {t.guardrails.inUse(format, tenants.size)}
      <ul>
        {[...tenants].map(([id, name]) => (
          <li key={id}>
            <bdi>{name}</bdi> <code>{id}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where it can be assigned: management groups first, as the estate shows them, then subscriptions. */
function placesOf(
  subscriptions: readonly Subscription[],
  words: { readonly group: (name: string) => string; readonly subscription: (name: string) => string },
): readonly Place[] {
  const groups = new Map<string, Place>();
  for (const { name, displayName } of subscriptions.flatMap(({ managementGroups = [] }) => managementGroups)) {
    const scope = `/providers/Microsoft.Management/managementGroups/${name}`;
    groups.set(scope, { scope, text: words.group(displayName) });
  }
  const own = subscriptions.map(({ id, name }) => ({ scope: id, text: words.subscription(name) }));
  return [...groups.values(), ...own];
}
