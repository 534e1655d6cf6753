/** Starts the desk in the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { SettingsStore } from './look/settings.js';
import './look/base.css';

const root = document.getElementById('desk');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App settings={new SettingsStore(localStorage)} />
    </StrictMode>,
  );
}
