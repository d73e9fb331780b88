import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { removalBash } from '../../src/domain/asCode/removalBash.ts';
import { tenantId } from '../../src/domain/ids.ts';
import { effectiveAccess } from '../emulator/arm/managedServices/lostAccess.ts';
import { createEmulator } from '../emulator/emulator.ts';
import { serve } from '../emulator/serve.ts';
import { backupCare, managedPlatform } from '../emulator/worlds/offers.ts';
import { subscription } from '../flows/places.ts';

const run = promisify(execFile);
const isThere = (tool: string, arg: string) => spawnSync(tool, [arg], { stdio: 'ignore' }).status === 0;
const hasTools = ['az', 'openssl'].every((tool) => isThere(tool, 'version'));

/** The emulated Azure over https, the real Azure CLI signed in to it as the customer's service principal. */
async function withAzureCli(
  story: (emulator: ReturnType<typeof createEmulator>, bash: (script: string) => Promise<string>) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...name]);
  const emulator = createEmulator({ world: 'busy' });
  const served = await serve(emulator, { port: 0, key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') });
  const settings = { COLLECT_TELEMETRY: 'no', ONLY_SHOW_ERRORS: 'yes', SURVEY_MESSAGE: 'no' };
  const env = {
    ...process.env,
    ...Object.fromEntries(Object.entries(settings).map(([setting, value]) => [`AZURE_CORE_${setting}`, value])),
    AZURE_CONFIG_DIR: join(folder, 'config'),
    REQUESTS_CA_BUNDLE: cert,
    PAUSE: '1',
  };
  const az = (...args: readonly string[]) => run('az', args, { env });
  try {
    const { clientId, clientSecret, tenantId: tenant } = emulator.context.world.automation;
    const endpoints = Object.entries({
      'resource-manager': served.origin,
      'active-directory': `${served.origin}/adfs`,
      'active-directory-resource-id': 'https://management.core.windows.net/',
      'active-directory-graph-resource-id': 'https://graph.windows.net/',
    }).flatMap(([endpoint, url]) => [`--endpoint-${endpoint}`, url]);
    await az('cloud', 'register', '-n', 'emulator', ...endpoints);
    await az('cloud', 'set', '-n', 'emulator');
    await az('login', '--service-principal', '-u', clientId, '-p', clientSecret, '--tenant', tenant);
    await story(emulator, async (script) => {
      const file = join(folder, 'script.sh');
      writeFileSync(file, script);
      return (await run('bash', [file], { env })).stderr;
    });
  } finally {
    await served.close();
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasTools)('the real Azure CLI', () => {
  it('takes one of two offers that share access away, and the other one keeps what it had', async () => {
    await withAzureCli(async ({ context }, bash) => {
      const store = subscription(4).id;
      const here = () =>
        effectiveAccess(context.world, context.clock.now()).filter(
          ({ scope }) => scope.toLowerCase() === store.toLowerCase(),
        );
      const of = (offer: string) => {
        const { id = '' } = here().find((row) => row.offer === offer) ?? {};
        const row = [...context.world.assignments.values()].find(({ name }) => id.endsWith(name));
        return { id, copyId: row?.registrationDefinitionId ?? '' };
      };
      const [gone, kept] = [of(managedPlatform.name), of(backupCare.name)];
      const said = await bash(
        removalBash({
          tenantId: tenantId(context.world.customerTenantId),
          fingerprint: '0',
          delegations: [gone],
          copies: [gone.copyId],
          copiesAgain: [kept.copyId],
          delegationsAgain: [kept],
        }),
      );
      expect(said).toContain(`Gone: ${gone.copyId}`);
      expect(here().map(({ offer, access }) => [offer, access.every(({ effective }) => effective)])).toEqual([
        [backupCare.name, true],
      ]);
    });
  }, 600_000);
});
