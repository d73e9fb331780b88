import { useText } from '../../text/TextContext.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './GuidePage.module.css';

/** For the customer who was asked to choose between the two ways an offer comes: the answer first, then the table. */
export function DecisionSection() {
  const { decision } = useText().t;
  const { answers, rows, column } = decision;
  return (
    <Section id="choose" title={decision.title}>
      <ul className={styles.list}>
        {[answers.marketplace, answers.template, answers.both].map(([what, when]) => (
          <li key={what}>
            <strong>{what}</strong> {when}
          </li>
        ))}
      </ul>
      <RowList
        label={decision.table}
        rows={[
          rows.account,
          rows.designation,
          rows.newCustomers,
          rows.limited,
          rows.crm,
          rows.portal,
          rows.automation,
          rows.newRoles,
          rows.updates,
        ]}
        rowKey={({ question }) => question}
        columns={[
          {
            key: 'question',
            title: column.question,
            width: 'minmax(0, 1.3fr)',
            cell: ({ question }) => <strong>{question}</strong>,
          },
          {
            key: 'marketplace',
            title: column.marketplace,
            width: 'minmax(0, 1fr)',
            named: true,
            cell: (row) => row.marketplace,
          },
          {
            key: 'template',
            title: column.template,
            width: 'minmax(0, 1fr)',
            named: true,
            cell: (row) => row.template,
          },
          { key: 'app', title: column.app, width: 'minmax(0, 1.4fr)', named: true, cell: ({ app }) => app },
        ]}
      />
    </Section>
  );
}
