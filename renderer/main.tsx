import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { guardComposition } from './frame/guard-composition.ts';
import './frame/frame.css';

// zod compiles its checks with `new Function` when it may; the page's content security policy allows no such thing.
z.config({ jitless: true });
guardComposition(window);

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
