import type { ConfigFault } from '../../config.ts';
import type { Format } from '../../text/format.ts';
import type { SignInText } from './Notice.tsx';

/** In place of the start page when config.json is wrong: which field, what it says, what to do. */
export function FaultPage(props: {
  readonly text: SignInText['config'];
  readonly format: Format;
  readonly fault: ConfigFault;
  readonly onRetry: () => void;
}) {
  const { text, fault } = props;
  const { what, next } = wordsFor(fault, text, props.format);
  return (
    <section className="fault" role="alert">
      <h1>{text.title}</h1>
      <p className="what">{what}</p>
      {fault.code === 'fieldInvalid' && (
        <p>
          {text.found}: <code>{fault.value}</code>
        </p>
      )}
      <h2>{text.next}</h2>
      <p>{next}</p>
      <p className="aside">{text.forWhom}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={props.onRetry}>
          {text.retry}
        </button>
      </div>
    </section>
  );
}

function wordsFor(fault: ConfigFault, text: SignInText['config'], format: Format) {
  const { faults, expected } = text;
  switch (fault.code) {
    case 'unreachable':
    case 'missing':
    case 'html':
    case 'notJson':
    case 'notObject':
      return faults[fault.code];
    case 'fieldMissing':
    case 'fieldInvalid':
      return { what: faults[fault.code](fault.field), next: expected[fault.expected] };
    case 'fieldUnknown':
      return { what: faults.fieldUnknown.what(fault.field), next: faults.fieldUnknown.next(format, fault.known) };
    case 'localElsewhere':
      return { what: faults.localElsewhere.what(fault.hostname), next: faults.localElsewhere.next };
  }
}
