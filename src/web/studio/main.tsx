/** Starts the studio in the page. */
import '../desk/look/base.css';
import '../desk/look/touch.css';
import '../desk/look/print.css';
import './studio.css';
import './touch.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SettingsStore } from '../desk/look/settings.js';
import { tellOfCutPastes } from '../desk/look/cut-pastes.js';
import { App } from './app.js';

tellOfCutPastes();
const root = document.getElementById('studio');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App settings={new SettingsStore(localStorage)} />
    </StrictMode>,
  );
}
