/** How pages lie in the window, and how they fill the paper when they are printed. */
const rules = `
  .sheets {
    display: flex;
    flex-direction: column;
    gap: 16px;
    align-items: center;
    padding: 16px;
    color-scheme: light;
  }
  .sheet {
    position: relative;
    box-sizing: border-box;
    overflow: hidden;
    background: white;
    box-shadow: 0 1px 6px rgb(0 0 0 / 35%);
  }
  .strip {
    overflow: hidden;
  }
  section.docx {
    display: block;
    min-height: 0;
    margin: 0;
    padding: 0;
    overflow: visible;
    background: none;
    box-shadow: none;
  }
  article {
    display: flow-root;
  }
  .exact span {
    line-height: 0;
  }
  .box {
    position: absolute;
    display: flex;
    flex-direction: column;
    background: none;
  }
  .box > * {
    flex: none;
  }
  .page-number {
    position: absolute;
    font: 14pt / 14pt SimSun, 'Noto Serif CJK SC', serif;
  }
  .watermark {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: rgb(0 0 0 / 12%);
    font-size: 150pt;
    transform: rotate(-45deg);
    pointer-events: none;
  }
  .measured {
    visibility: hidden;
  }
  @media print {
    .sheets {
      display: block;
      padding: 0;
      zoom: 1 !important;
    }
    .sheet {
      box-shadow: none;
      break-after: page;
    }
    .sheet.landscape {
      page: landscape;
    }
    .sheet:last-child {
      break-after: auto;
    }
  }
`;

let sheet: CSSStyleSheet | undefined;

/** The rules, as a sheet that any shadow root may take. */
export function pageSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  return sheet;
}
