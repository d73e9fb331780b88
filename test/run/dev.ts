import { createServer, type Plugin } from 'vite';
import { localConfig, startBeside } from './demo.ts';
import { sayWelcome, untilInterrupted } from './person.ts';
import { wantedPort } from './ports.ts';
import { root } from './process.ts';

/** `npm run dev`: as `npm start`, with the sources served as they are and reloaded when they change, until Ctrl+C. */
export async function main(): Promise<void> {
  const { port, served } = await startBeside({ port: wantedPort(5173), say: console.log });
  const server = await createServer({
    root,
    plugins: [servedConfig(await localConfig(served.origin))],
    server: { host: 'localhost', port, strictPort: true },
    logLevel: 'warn',
  });
  await server.listen();
  sayWelcome(`http://localhost:${port}/`);
  await untilInterrupted();
  await Promise.all([server.close(), served.close()]);
}

/** Answers /config.json before Vite gives the one from public/. */
function servedConfig(config: unknown): Plugin {
  return {
    name: 'served-config',
    configureServer({ middlewares }) {
      middlewares.use('/config.json', (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
        response.end(JSON.stringify(config));
      });
    },
  };
}
