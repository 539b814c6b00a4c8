import type { TextBox } from './document-content.ts';
import type { Twips } from './length.ts';
import { characterData, element, type Markup } from './markup.ts';

const namespaces = {
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
} as const;
const shape = namespaces['xmlns:wps'];

/** The id every drawing is written with. Word wants each to have its own: `withDrawingIds` numbers them. */
const anyId = 'wp:docPr id="0"';

/** A run with a box anchored at a place of the page, in front of the text and moving nothing of it. */
export function textBox({ left, top, width, height, rests }: TextBox, content: Markup): Markup {
  const extent = { cx: drawingUnits(width), cy: drawingUnits(height) };
  const drawing = element(
    'wp:anchor',
    {
      ...namespaces,
      distT: 0,
      distB: 0,
      distL: 0,
      distR: 0,
      simplePos: 0,
      relativeHeight: 1,
      behindDoc: 0,
      locked: 0,
      layoutInCell: 1,
      allowOverlap: 1,
    },
    element('wp:simplePos', { x: 0, y: 0 }),
    element('wp:positionH', { relativeFrom: 'page' }, element('wp:posOffset', {}, characterData(String(drawingUnits(left))))),
    element('wp:positionV', { relativeFrom: 'page' }, element('wp:posOffset', {}, characterData(String(drawingUnits(top))))),
    element('wp:extent', extent),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:wrapNone'),
    element('wp:docPr', { id: 0, name: '文本框' }),
    element('wp:cNvGraphicFramePr'),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: shape },
        element(
          'wps:wsp',
          {},
          element('wps:cNvSpPr', { txBox: 1 }),
          element(
            'wps:spPr',
            {},
            element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', extent)),
            element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
            element('a:noFill'),
          ),
          element('wps:txbx', {}, element('w:txbxContent', {}, content)),
          element('wps:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: rests === 'bottom' ? 'b' : 't' }),
        ),
      ),
    ),
  );
  return element('w:r', {}, element('w:drawing', {}, drawing));
}

/** The main part with its drawings numbered from 1: by document, so that the same one is always the same file. */
export function withDrawingIds(main: string): string {
  let last = 0;
  return main.replaceAll(anyId, () => `wp:docPr id="${++last}"`);
}

/** English Metric Units: 635 to the twip. */
function drawingUnits(length: Twips): number {
  return length * 635;
}
