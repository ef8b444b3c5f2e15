import '@fontsource-variable/fraunces/opsz.css';
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startTranslation } from './i18n/i18n.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element "root".');

await startTranslation();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
