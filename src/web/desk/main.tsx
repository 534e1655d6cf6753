/** Starts the desk in the page. */
import './look/base.css';
import './look/touch.css';
import './look/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { tellOfCutPastes } from './look/cut-pastes.js';
import { App } from './app.js';
import { SettingsStore } from './look/settings.js';

tellOfCutPastes();
const root = document.getElementById('desk');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App settings={new SettingsStore(localStorage)} />
    </StrictMode>,
  );
}
