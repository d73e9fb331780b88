import type { Site } from '../headers.ts';
import { kindsOf, type Headers } from './kinds.ts';

/**
 * A server block for nginx, without its certificate. Headers stand in every location, because one `add_header` in a
 * location drops all that would be inherited: https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxServer(site: Site, { root = '/srv/lighthouse-onboarding', listen = '8080' } = {}): string {
  const { bridge, config, assets, rest } = kindsOf(site);
  return `# Lighthouse Onboarding. Made by "npm run hosting": make it anew after an upgrade.
# Put it behind TLS (listen 443 ssl, with your certificate): browsers sign in over https only.
server {
    listen ${listen};
    root ${root};
    index index.html;
    server_tokens off;
    etag on;
    gzip on;
    gzip_vary on;
    gzip_types application/json image/svg+xml text/css text/javascript text/plain;
    types {
        text/html html;
        text/css css;
        text/javascript js;
        application/json json;
        image/svg+xml svg;
        image/png png;
        text/markdown md;
    }

    # The page that sign-in returns to: nothing may sit in front of it.
    location = /redirect.html {
        try_files $uri =404;
${lines(bridge)}
    }
    location = /config.json {
        try_files $uri =404;
${lines(config)}
    }
    # Names carry a hash of their content. A missing one stays a 404.
    location ^~ /assets/ {
        try_files $uri =404;
${lines(assets)}
    }
    location ~ \\.(css|html|ico|js|json|map|md|png|svg|txt|webmanifest|woff2)$ {
        try_files $uri =404;
${lines(rest)}
    }
    # Every other address is a page of the app.
    location / {
        try_files $uri /index.html;
${lines(rest)}
    }
}
`;
}

function lines(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `        add_header ${name} "${value}" always;`)
    .join('\n');
}
