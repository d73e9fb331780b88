import type { Finding } from '../../domain/findings.ts';
import { isServiceCode, type Service } from '../../domain/services.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';

/** More than this many services in one clause are counted up by "every service"-like words nobody reads to the end. */
const servicesNamed = 4;
/** A sentence names the strongest few things; the raw list of actions has them all. */
const clausesNamed = 3;

function serviceName(service: Service, t: Catalog): string {
  return isServiceCode(service) ? t.access.service[service] : service;
}

function where(finding: Finding, t: Catalog, format: Format): string {
  if (!('services' in finding)) return '';
  if (finding.services === 'all') return t.access.everyService;
  const names = finding.services.map((service) => serviceName(service, t));
  const rest = names.length - servicesNamed;
  return rest > 0
    ? format.list([...names.slice(0, servicesNamed), t.access.andMore(format, rest)])
    : format.list(names);
}

/** What a role may do, as one plain sentence of its strongest findings. */
export function findingSentence(findings: readonly Finding[], t: Catalog, format: Format): string {
  const clauses = findings
    .slice(0, clausesNamed)
    .map((finding) => t.access.finding[finding.code](where(finding, t, format)));
  return t.access.sentence(clauses);
}
