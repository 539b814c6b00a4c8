import { type Face, type Typeface, usualFonts } from './typefaces.ts';

/** Typefaces that come together on one kind of computer. */
export interface FontSet {
  readonly id: string;
  readonly label: string;
  readonly fonts: Readonly<Record<Face, Typeface>>;
}

const { supplementary: _everywhere, ...national } = usualFonts;

/** Sets to choose from: what a computer has depends on what was bought with it. Any name may be put in its place one by one. */
export const fontSets: readonly FontSet[] = [
  { id: 'national', label: '国标字体（仿宋_GB2312、方正小标宋简体、楷体_GB2312）', fonts: national },
  {
    id: 'windows',
    label: 'Windows 自带字体（仿宋、华文中宋、楷体）',
    fonts: {
      ...national,
      body: { name: '仿宋', substitute: 'FangSong', rare: '仿宋' },
      title: { name: '华文中宋', substitute: '宋体', rare: '宋体' },
      subheading: { name: '楷体', substitute: 'KaiTi', rare: '楷体' },
    },
  },
  {
    id: 'founder',
    label: '麒麟、统信自带字体（方正仿宋_GBK、方正小标宋_GBK、方正楷体_GBK）',
    fonts: {
      ...national,
      body: { name: '方正仿宋_GBK', substitute: '仿宋', rare: '方正仿宋_GBK' },
      title: { name: '方正小标宋_GBK', substitute: '方正小标宋简体', rare: '方正小标宋_GBK' },
      heading: { name: '方正黑体_GBK', substitute: '黑体', rare: '方正黑体_GBK' },
      subheading: { name: '方正楷体_GBK', substitute: '楷体', rare: '方正楷体_GBK' },
      pageNumber: { name: '方正书宋_GBK', substitute: '宋体', rare: '方正书宋_GBK' },
    },
  },
];
