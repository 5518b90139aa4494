(function(src_third_party_ts) {
	// src/graph.ts
	/** Relations by which a thing lies in a place. */
	var LYING = /* @__PURE__ */ new Set([
		"located_in",
		"part_of",
		"settles_in"
	]);
	/** Steps that a search for paths takes at most, so that the page never hangs. */
	var PATIENCE = 2e5;
	var Graph = class {
		content;
		nodes;
		edges;
		documents;
		/** Edges of each node by their places in `edges`, in their order. */
		beside = /* @__PURE__ */ new Map();
		/** First and last year of all periods; undefined where none is told. */
		years;
		/** Regions that report: all they do stands beside them, so no way leads through them. */
		hubs;
		byId;
		byKey;
		symmetric;
		/** Entities by the code of the division that they are or that their name is unique to, in its order. */
		coded = [];
		constructor(content) {
			this.content = content;
			this.nodes = content.graph.nodes;
			this.edges = content.graph.edges;
			this.documents = new Map(content.graph.graph.documents.map((row) => [row.id, row]));
			this.byId = new Map(this.nodes.map((node) => [node.id, node]));
			this.byKey = new Map(this.edges.map((edge, at) => [keyOf(edge), at]));
			this.symmetric = new Set(content.relations.filter((term) => term.symmetric).map((term) => term.name));
			for (const node of this.nodes) {
				this.beside.set(node.id, []);
				const code = node.attributes.code ?? /@(\d{6,9})$/.exec(node.id)?.[1];
				if (code) this.coded.push({
					code,
					id: node.id
				});
			}
			this.edges.forEach((edge, at) => {
				this.beside.get(edge.source)?.push(at);
				if (edge.source !== edge.target) this.beside.get(edge.target)?.push(at);
			});
			this.hubs = new Set(content.graph.graph.documents.flatMap((row) => row.region ?? []));
			this.coded.sort((a, b) => compare(a.code, b.code));
			let [first, last] = [Infinity, -Infinity];
			for (const row of this.edges) {
				const years = yearsOf(row.period);
				if (years) [first, last] = [Math.min(first, years[0]), Math.max(last, years[1])];
			}
			this.years = first <= last ? [first, last] : void 0;
		}
		node(id) {
			return this.byId.get(id);
		}
		/** The place of an edge in `edges`, by its key in addresses. */
		edge(key) {
			return this.byKey.get(key);
		}
		degree(id) {
			return this.beside.get(id)?.length ?? 0;
		}
		isSymmetric(edge) {
			return this.symmetric.has(edge.type);
		}
		/** Regions and towns in which something lies, those with most first. */
		places() {
			return this.nodes.filter((node) => node.kind === "region" || node.kind === "town").map((node) => ({
				node,
				size: this.lyingIn(node.id).size - 1
			})).filter((place) => place.size > 0).sort((a, b) => b.size - a.size || compare(a.node.id, b.node.id));
		}
		/** A place and all that lies in it, directly or by way of other places. */
		lyingIn(id) {
			const place = this.byId.get(id);
			const found = /* @__PURE__ */ new Set();
			if (!place) return found;
			const open = [id];
			const { code } = place.attributes;
			if (code) open.push(...this.under(code.length > 6 ? code : code.replace(/(00){1,2}$/, "")));
			for (let next = open.pop(); next !== void 0; next = open.pop()) {
				if (found.has(next)) continue;
				found.add(next);
				for (const at of this.beside.get(next) ?? []) {
					const edge = this.edges[at];
					if (LYING.has(edge.type) && edge.target === next && edge.polarity !== false) open.push(edge.source);
				}
			}
			return found;
		}
		/** The entities whose codes begin so. */
		under(head) {
			let [low, high] = [0, this.coded.length];
			while (low < high) {
				const middle = low + high >> 1;
				if (this.coded[middle].code < head) low = middle + 1;
				else high = middle;
			}
			const found = [];
			for (let at = low; at < this.coded.length && this.coded[at].code.startsWith(head); at++) found.push(this.coded[at].id);
			return found;
		}
		/**
		* The entities at most `depth` steps from one of `roots` along edges that `passes`. Reporting regions
		* are reached and not gone through, since they stand beside everything.
		*/
		around(roots, depth, passes) {
			const found = new Map(roots.filter((id) => this.byId.has(id)).map((id) => [id, 0]));
			let ring = [...found.keys()];
			for (let step = 1; step <= depth; step++) {
				const next = [];
				for (const id of ring) {
					if (step > 1 && this.hubs.has(id)) continue;
					for (const at of this.beside.get(id) ?? []) {
						const other = this.other(at, id);
						if (passes(at) && !found.has(other)) {
							found.set(other, step);
							next.push(other);
						}
					}
				}
				ring = next;
			}
			return found;
		}
		/** The end of an edge that is not `id`. */
		other(at, id) {
			const edge = this.edges[at];
			return edge.source === id ? edge.target : edge.source;
		}
		/**
		* The shortest ways from one entity to another, at most `count`: each as the nodes on it. Edges are
		* followed in both directions. Ways around reporting regions stand before ways through them, short
		* ones before long ones, and those by rare neighbours before those by hubs.
		*/
		paths(from, to, count, passes) {
			const far = this.distances(to, passes);
			const reach = far.get(from);
			if (reach === void 0 || from === to) return [];
			const found = [];
			let patience = PATIENCE;
			for (let length = reach; length <= reach + 2 && patience > 0; length++) {
				const way = [from];
				const walk = (at) => {
					if (--patience < 0) return;
					if (at === to) {
						if (way.length === length + 1) found.push([...way]);
						return;
					}
					for (const other of this.neighbours(at, passes)) {
						const left = far.get(other);
						if (left === void 0 || way.length + left > length || way.includes(other)) continue;
						way.push(other);
						walk(other);
						way.pop();
					}
				};
				walk(from);
			}
			const inner = (way) => way.slice(1, -1);
			const hubs = (way) => inner(way).filter((id) => this.hubs.has(id)).length;
			const weight = (way) => inner(way).reduce((sum, id) => sum + this.degree(id), 0);
			found.sort((a, b) => hubs(a) - hubs(b) || a.length - b.length || weight(a) - weight(b) || compare(a.join(), b.join()));
			return found.slice(0, count);
		}
		/** Steps to `to` from all that reaches it. */
		distances(to, passes) {
			const found = /* @__PURE__ */ new Map([[to, 0]]);
			let ring = [to];
			for (let step = 1; ring.length > 0; step++) {
				const next = ring.flatMap((id) => this.neighbours(id, passes)).filter((id) => !found.has(id));
				next.forEach((id) => found.set(id, step));
				ring = [...new Set(next)];
			}
			return found;
		}
		neighbours(id, passes) {
			const all = (this.beside.get(id) ?? []).filter(passes).map((at) => this.other(at, id));
			return [...new Set(all)].sort(compare);
		}
		between(a, b) {
			return (this.beside.get(a) ?? []).filter((at) => this.other(at, a) === b);
		}
	};
	/** What an edge is called in addresses. */
	function keyOf(edge) {
		return [
			edge.source,
			edge.target,
			edge.key
		].join("	");
	}
	/** First and last year of a period (`2020`, `2016-2020`). */
	function yearsOf(period) {
		const years = period?.match(/\d{4}/g)?.map(Number);
		return years?.length ? [Math.min(...years), Math.max(...years)] : void 0;
	}
	/** The order of code units, the same on every machine. */
	function compare(a, b) {
		return a < b ? -1 : a > b ? 1 : 0;
	}
	// src/words.ts
	var WORDS = {
		title: ["图志", "tuzhi"],
		search: ["查找名称、简称或拼音首字母", "Find a name, part of it, or pinyin initials"],
		searchShort: ["查找", "Search"],
		noHit: ["没有名为“{0}”的实体", "nothing is called “{0}”"],
		hits: ["{0} 个结果", "{0} results"],
		graphView: ["图", "Graph"],
		tableView: ["表", "Table"],
		view: ["视图", "View"],
		filters: ["筛选", "Filters"],
		kinds: ["实体类型", "Kinds"],
		relations: ["关系类型", "Relations"],
		modality: ["情态", "Modality"],
		place: ["地点（含其中各处）", "Place, with all that lies in it"],
		everywhere: ["全部地点", "everywhere"],
		document: ["报告", "Report"],
		allDocuments: ["全部报告", "all reports"],
		years: ["年份", "Years"],
		fromYear: ["起始年份", "first year"],
		toYear: ["截止年份", "last year"],
		undated: ["含无年份的关系", "with undated relations"],
		confidence: ["最低置信度", "At least this sure"],
		loose: ["显示没有关系的实体", "show entities without a relation"],
		all: ["全选", "all"],
		none: ["全不选", "none"],
		reset: ["重置", "Reset"],
		details: ["详情", "Details"],
		nothingChosen: ["点选实体或关系，或在上方查找，这里显示其事实、关系与原文依据。", "Choose an entity or a relation, or search above: facts, relations and the sentences that say so are shown here."],
		overview: ["概览", "Overview"],
		focus: ["聚焦", "Focus"],
		expand: ["展开邻居", "Expand"],
		hide: ["隐藏", "Hide"],
		pathFrom: ["以此为路径起点", "Path from here"],
		pathTo: ["查找到此的路径", "Path to here"],
		showAll: ["显示全图", "Show all"],
		depth: ["步数", "Steps"],
		facts: ["事实", "Facts"],
		alsoCalled: ["又称", "also called"],
		code: ["区划代码", "division code"],
		within: ["位于", "lies in"],
		namedIn: ["见于", "Named in"],
		times: ["{0} 次", "{0} times"],
		attribute: ["属性", "Attribute"],
		value: ["值", "Value"],
		period: ["时期", "Period"],
		evidence: ["依据", "Evidence"],
		readReport: ["在报告中查看", "Read in the report"],
		noText: ["此页未附报告全文，只有句子。", "The texts of the reports are not part of this page; only the sentences are."],
		noQuote: ["图谱未保存句子（字节 {0}–{1}）。", "The graph keeps no sentences (bytes {0}–{1})."],
		clean: ["修复后的文本", "Clean text"],
		asFile: ["文件原貌", "As it stood in the file"],
		bytes: ["字节 {0}–{1}", "bytes {0}–{1}"],
		close: ["关闭", "Close"],
		denied: ["否认", "denied"],
		sure: ["置信度", "sure"],
		rule: ["规则", "rule"],
		path: ["路径", "Path"],
		pathPrompt: ["起点已选：{0}。再选另一个实体，点“查找到此的路径”。", "From {0}. Choose another entity and press “Path to here”."],
		pathNone: ["{0} 与 {1} 之间没有路径（在当前筛选下）。", "No path between {0} and {1} under these filters."],
		pathFound: ["{0} → {1}：{2} 条路径", "{0} → {1}: {2} paths"],
		pathSteps: ["第 {0} 条，{1} 步", "Path {0}, {1} steps"],
		pathClear: ["清除路径", "Clear path"],
		export: ["导出", "Export"],
		exportPng: ["图片 PNG", "Picture, PNG"],
		exportSvg: ["图片 SVG", "Picture, SVG"],
		exportJson: ["数据 JSON（图谱文件）", "Data, JSON (a graph file)"],
		exportNodes: ["实体 CSV", "Entities, CSV"],
		exportEdges: ["关系 CSV", "Relations, CSV"],
		exportFacts: ["事实 CSV", "Facts, CSV"],
		language: ["English", "中文"],
		theme: ["明暗", "Theme"],
		themeAuto: ["随系统", "as the system"],
		themeLight: ["浅色", "light"],
		themeDark: ["深色", "dark"],
		fit: ["适应窗口", "Fit"],
		zoomIn: ["放大", "Zoom in"],
		zoomOut: ["缩小", "Zoom out"],
		canvas: ["关系图。方向键平移，加减号缩放，0 适应窗口，Tab 在邻居间移动焦点时请用右侧详情或“表”视图。", "Graph. Arrow keys move it, plus and minus zoom, 0 fits it. The Table view and the details say the same in words."],
		shown: ["显示 {0} / {1} 个实体，{2} / {3} 条关系", "{0} of {1} entities, {2} of {3} relations"],
		looseLeft: ["另有 {0} 个没有关系的实体未画出", "{0} without a relation not drawn"],
		entities: ["实体", "Entities"],
		relationsTab: ["关系", "Relations"],
		name: ["名称", "Name"],
		kind: ["类型", "Kind"],
		relation: ["关系", "Relation"],
		head: ["主体", "From"],
		tail: ["客体", "To"],
		mentions: ["提及", "Mentions"],
		links: ["关系数", "Relations"],
		moreRows: ["再显示 {0} 行", "{0} more rows"],
		nothingLeft: ["当前筛选下没有内容。", "Nothing passes the filters."],
		legend: ["图例", "Legend"],
		dashed: ["虚线为计划，实线为已完成或进行中", "dashed: planned; solid: done or ongoing"],
		loading: ["载入中……", "Loading …"],
		failed: ["无法载入：{0}", "Could not load: {0}"],
		noWebgl: ["此浏览器不能画图（需要 WebGL 2），以表格显示。", "This browser cannot draw the graph (it needs WebGL 2); the table says the same."],
		changed: ["图谱已更新。", "The graph has changed."],
		reload: ["重新载入", "Load it again"],
		token: ["访问令牌", "Access token"],
		enter: ["进入", "Enter"],
		given: ["报告日期", "given"],
		speaker: ["报告人", "speaker"],
		repairs: ["修复", "repairs"],
		documentsHead: ["报告", "Reports"],
		hiddenCount: ["已隐藏 {0} 个", "{0} hidden"],
		unhide: ["恢复", "Show them"],
		sorted: ["已排序", "sorted"],
		menu: ["更多", "More"],
		skip: ["跳到主要内容", "Skip to the content"],
		tooMany: ["依据共 {0} 处，显示前 {1} 处", "{0} places, the first {1} shown"]
	};
	var language = "en";
	function speak(chosen) {
		language = chosen;
	}
	function spoken() {
		return language;
	}
	/** A phrase in the language of the page, with `{0}`, `{1}` … filled in. */
	function say(word, ...values) {
		return WORDS[word][language === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ""));
	}
	// src/dom.ts
	/**
	* Makes an element. Attributes that begin with `on` are listeners; `word` and `label` are phrases
	* that follow the language of the page, as text and as the name that is read out.
	*/
	function h(tag, attributes = {}, ...children) {
		const element = document.createElement(tag);
		for (const [name, value] of Object.entries(attributes)) {
			if (value === void 0 || value === false) continue;
			if (typeof value === "function") element.addEventListener(name.slice(2), value);
			else if (name === "word") element.dataset.word = String(value);
			else if (name === "label") element.dataset.label = String(value);
			else element.setAttribute(name, value === true ? "" : String(value));
		}
		phrase(element);
		element.append(...children.filter((child) => child !== null && child !== void 0 && child !== false).map(asNode));
		return element;
	}
	function asNode(child) {
		return child instanceof Node ? child : document.createTextNode(String(child));
	}
	var SVG = "http://www.w3.org/2000/svg";
	function svg(tag, attributes, ...children) {
		const element = document.createElementNS(SVG, tag);
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
		element.append(...children);
		return element;
	}
	/** Says every phrase below `root` in the language of the page. */
	function translate(root) {
		root.querySelectorAll("[data-word], [data-label]").forEach(phrase);
	}
	function phrase(element) {
		const { word, label } = element.dataset;
		if (word) element.textContent = say(word);
		if (label) {
			element.setAttribute("aria-label", say(label));
			if (element.matches("button, select")) element.title = say(label);
			if (element instanceof HTMLInputElement) element.placeholder = say(label);
		}
	}
	// src/kinds.ts
	/** Corners of each kind's shape in a square from -1 to 1, y downwards. */
	var CORNERS = {
		enterprise: box(.86, .86),
		town: [
			[0, -1],
			[1, 0],
			[.72, 0],
			[.72, .9],
			[-.72, .9],
			[-.72, 0],
			[-1, 0]
		],
		project: [
			[0, -1],
			[1, 0],
			[0, 1],
			[-1, 0]
		],
		program: [
			[-.9, -.8],
			[.9, -.8],
			[.45, -.1],
			[.9, .6],
			[-.5, .6],
			[-.5, 1],
			[-.9, 1]
		],
		region: regular(6, 0),
		site: regular(16, 0),
		organization: box(1, .62),
		person: regular(5, 0),
		honor: star(),
		product: [
			[-.95, -.75],
			[.95, -.75],
			[0, .95]
		],
		event: [
			[-.35, -1],
			[.35, -1],
			[.35, -.35],
			[1, -.35],
			[1, .35],
			[.35, .35],
			[.35, 1],
			[-.35, 1],
			[-.35, .35],
			[-1, .35],
			[-1, -.35],
			[-.35, -.35]
		],
		industry: [
			[0, -.95],
			[.95, .75],
			[-.95, .75]
		]
	};
	function box(x, y) {
		return [
			[-x, -y],
			[x, -y],
			[x, y],
			[-x, y]
		];
	}
	function regular(corners, turn) {
		return Array.from({ length: corners }, (_, at) => {
			const angle = turn - Math.PI / 2 + 2 * Math.PI * at / corners;
			return [round(Math.cos(angle)), round(Math.sin(angle))];
		});
	}
	function star() {
		return Array.from({ length: 10 }, (_, at) => {
			const angle = -Math.PI / 2 + Math.PI * at / 5;
			const far = at % 2 ? .45 : 1;
			return [round(far * Math.cos(angle)), round(far * Math.sin(angle))];
		});
	}
	function round(number) {
		return Math.round(number * 1e3) / 1e3;
	}
	function corners(kind) {
		return CORNERS[kind] ?? CORNERS.site;
	}
	/** The shape as the `points` of a polygon around (x, y). */
	function points(kind, x, y, size) {
		return corners(kind).map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(" ");
	}
	/** The sign of a kind, for lists. Its colour comes from the style sheet's `--kind-…`. */
	function sign(kind) {
		const shape = svg("polygon", { points: points(kind, 8, 8, 7) });
		shape.style.fill = `var(--kind-${kind})`;
		return svg("svg", {
			class: "sign",
			viewBox: "0 0 16 16",
			"aria-hidden": "true"
		}, shape);
	}
	/** Number of a kind's shape for sigma. */
	function shapeOf(kind) {
		const at = Object.keys(CORNERS).indexOf(kind);
		return at < 0 ? shapeOf("site") : at;
	}
	/**
	* The shape of a node for sigma: the signed distance to the polygon (after Inigo Quilez) that the
	* node's variable `shapeNumber` names. One loop over one table, since a loop for each kind takes
	* seconds to compile where no graphics card helps.
	*/
	function shape() {
		const lists = Object.values(CORNERS);
		const table = lists.flat().map(([x, y]) => `vec2(${x.toFixed(3)}, ${(-y).toFixed(3)})`);
		let first = 0;
		const ranges = lists.map((list) => {
			first += list.length;
			return `ivec2(${first - list.length}, ${list.length})`;
		});
		return {
			name: "kind",
			uniforms: [],
			attributes: [{
				name: "shapeNumber",
				size: 1,
				type: WebGL2RenderingContext.FLOAT,
				source: "shapeNumber"
			}],
			variables: { shapeNumber: {
				type: "number",
				default: shapeOf("site")
			} },
			inradiusFactor: .7,
			glsl: `
const vec2 kind_corners[${table.length}] = vec2[${table.length}](${table.join(", ")});
const ivec2 kind_ranges[${ranges.length}] = ivec2[${ranges.length}](${ranges.join(", ")});
float sdf_kind(vec2 uv, float size, float shapeNumber) {
  ivec2 range = kind_ranges[clamp(int(shapeNumber + 0.5), 0, ${ranges.length - 1})];
  vec2 p = uv / size;
  vec2 last = kind_corners[range.x + range.y - 1];
  float d = dot(p - last, p - last);
  float s = 1.0;
  for (int i = 0; i < range.y; i++) {
    vec2 corner = kind_corners[range.x + i];
    vec2 e = last - corner;
    vec2 w = p - corner;
    vec2 b = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
    d = min(d, dot(b, b));
    bvec3 c = bvec3(p.y >= corner.y, p.y < last.y, e.x * w.y > e.y * w.x);
    if (all(c) || all(not(c))) s = -s;
    last = corner;
  }
  return s * sqrt(d) * size;
}
`
		};
	}
	/** Nodes of a larger radius have their names written over small nodes. */
	var STRONG = 12;
	/** Names written at most. */
	var MOST = 400;
	/** The width of a name, near enough: a Chinese character is as wide as high, a letter half that. */
	function breadth(name) {
		let width = 0;
		for (const character of name) width += character.charCodeAt(0) > 11904 ? 13 : 13 * .56;
		return width;
	}
	/** Those whose names find room in a view so broad, and on which side of the node. */
	function placed(boxes, breadth) {
		const order = [...boxes].sort((a, b) => Number(b.first) - Number(a.first) || b.size - a.size || (a.id < b.id ? -1 : 1));
		const [nodes, names] = [new Rows(), new Rows()];
		for (const { x, y, radius } of order) nodes.take(y, radius * .6, x - radius * .8, x + radius * .8);
		const found = /* @__PURE__ */ new Map();
		for (const { id, x, y, radius, width, first } of order) {
			if (found.size >= MOST) break;
			const near = radius + 3;
			const half = 7.8;
			const fits = (from, to) => from >= 0 && to <= breadth && names.free(y, half, from, to) && (first || radius > STRONG || nodes.free(y, half, from, to));
			const right = [x + near, x + near + width];
			const left = [x - near - width, x - near];
			const side = fits(...right) ? "right" : fits(...left) ? "left" : void 0;
			if (!side) continue;
			names.take(y, half, ...side === "right" ? right : left);
			found.set(id, side);
		}
		return found;
	}
	/** Room that is taken, in rows as high as a line: what overlaps a name stands in its rows. */
	var Rows = class {
		rows = /* @__PURE__ */ new Map();
		take(y, half, from, to) {
			for (const row of this.span(y, half)) {
				const taken = this.rows.get(row);
				if (taken) taken.push([from, to]);
				else this.rows.set(row, [[from, to]]);
			}
		}
		free(y, half, from, to) {
			return this.span(y, half).every((row) => (this.rows.get(row) ?? []).every(([a, b]) => to < a || from > b));
		}
		span(y, half) {
			const [top, bottom] = [Math.floor((y - half) / 13), Math.floor((y + half) / 13)];
			return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
		}
	};
	// src/layout.ts
	/** Golden angle: a spiral that never lines up. */
	var TURN = Math.PI * (3 - Math.sqrt(5));
	/**
	* Gives every node of a part of the graph `x` and `y`: a spiral from the one with most neighbours outwards, then forces
	* between them (ForceAtlas2, Jacomy and others 2014) for a fixed number of rounds.
	*/
	function spread(graph) {
		graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || compare(a, b)).forEach((id, at) => {
			const far = 10 * Math.sqrt(at);
			graph.mergeNodeAttributes(id, {
				x: far * Math.cos(at * TURN),
				y: far * Math.sin(at * TURN)
			});
		});
		if (graph.order < 3 || graph.order > 1500) return;
		graph.forEachEdge((edge, _, source, target) => {
			const most = Math.max(graph.degree(source), graph.degree(target));
			graph.setEdgeAttribute(edge, "weight", 1 / Math.sqrt(most));
		});
		src_third_party_ts.forceAtlas2.assign(graph, {
			iterations: graph.order < 400 ? 400 : 150,
			getEdgeWeight: "weight",
			settings: {
				edgeWeightInfluence: 1,
				adjustSizes: true,
				barnesHutOptimize: graph.order > 400,
				gravity: graph.order < 60 ? .4 : 1,
				scalingRatio: graph.order < 60 ? 40 : 18,
				slowDown: 1 + Math.log(graph.order)
			}
		});
	}
	// src/canvas.ts
	var FACE$1 = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
	/** Relations up to this number are drawn while the graph moves. */
	var FLUID = 5e3;
	/** Relations up to this number have their types written beside them. */
	var LABELLED = 60;
	var Canvas = class {
		graph;
		container;
		sigma;
		places = /* @__PURE__ */ new Map();
		drawn = new src_third_party_ts.MultiDirectedGraph();
		colours = /* @__PURE__ */ new Map();
		ink = "#000";
		line = "#999";
		ground = "#fff";
		/** Entities that are marked, and those whose names are written. */
		lit = /* @__PURE__ */ new Set();
		named = /* @__PURE__ */ new Map();
		dim = false;
		constructor(graph, container, hands) {
			this.graph = graph;
			this.container = container;
			this.readColours();
			graph.nodes.forEach((node, at) => {
				const place = graph.content.places[at];
				if (place) this.places.set(node.id, {
					x: place[0],
					y: -place[1]
				});
			});
			this.sigma = new src_third_party_ts.Sigma(this.drawn, container, {
				primitives: {
					nodes: {
						shapes: [shape()],
						variables: { shapeNumber: {
							type: "number",
							default: 0
						} },
						layers: [(0, src_third_party_ts.layerFill)()],
						label: { font: {
							family: FACE$1,
							size: 13
						} }
					},
					edges: {
						paths: [
							(0, src_third_party_ts.pathLine)(),
							(0, src_third_party_ts.pathCurved)(),
							(0, src_third_party_ts.pathLoop)()
						],
						extremities: [(0, src_third_party_ts.extremityArrow)({
							lengthRatio: 5,
							widthRatio: 4
						})],
						variables: { gap: {
							type: "color",
							default: "transparent"
						} },
						layers: [(0, src_third_party_ts.layerDashed)({
							dashSize: { value: 6 },
							gapSize: { value: 5 },
							gapColor: { attribute: "gap" }
						})]
					}
				},
				customNodeState: {
					named: false,
					left: false,
					dim: false
				},
				customEdgeState: { dim: false },
				styles: {
					nodes: [
						src_third_party_ts.DEFAULT_STYLES.nodes,
						{
							shape: "kind",
							shapeNumber: { attribute: "shapeNumber" },
							opacity: {
								whenState: "dim",
								then: .16,
								else: 1
							},
							labelColor: { attribute: "ink" },
							labelPosition: {
								whenState: "left",
								then: "left",
								else: "right"
							},
							backdropColor: { attribute: "ground" },
							zIndex: { attribute: "size" }
						},
						{
							whenState: "named",
							then: { labelVisibility: "visible" },
							else: { labelVisibility: "hidden" }
						},
						{
							whenState: "isHovered",
							then: { labelVisibility: "visible" }
						}
					],
					edges: [
						src_third_party_ts.DEFAULT_STYLES.edges,
						{
							path: "line",
							parallelPath: "curved",
							selfLoopPath: "loop",
							head: { attribute: "head" },
							gap: { attribute: "gap" },
							opacity: {
								whenState: "dim",
								then: .1,
								else: { attribute: "opacity" }
							},
							labelColor: { attribute: "ink" },
							labelVisibility: {
								whenState: "dim",
								then: "hidden",
								else: "auto"
							},
							cursor: "pointer"
						},
						{
							whenState: "isHovered",
							then: {
								size: 3,
								opacity: 1
							}
						},
						{
							whenState: "isHighlighted",
							then: {
								size: 2.4,
								opacity: 1
							}
						}
					]
				},
				settings: {
					enableEdgeEvents: true,
					enableCameraRotation: false,
					itemSizesReference: "screen",
					labelRenderedSizeThreshold: Number.MAX_VALUE,
					minEdgeThickness: 1,
					stagePadding: 60,
					minCameraRatio: .01,
					maxCameraRatio: 4,
					allowInvalidContainer: true
				}
			});
			this.sigma.on("clickNode", ({ node }) => hands.node(node));
			this.sigma.on("clickEdge", ({ edge }) => hands.edge(edge));
			this.sigma.on("clickStage", () => hands.nothing());
			this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
				preventSigmaDefault();
				hands.expand(node);
			});
			const camera = this.sigma.getCamera();
			let timer = 0;
			camera.on("updated", () => {
				clearTimeout(timer);
				timer = setTimeout(() => {
					this.name();
					hands.moved(this.camera());
				}, 150);
			});
		}
		/** Draws what passes the filters. Places stay, unless only a part is looked at. */
		draw(shown) {
			const graph = new src_third_party_ts.MultiDirectedGraph();
			const count = shown.drawn.length;
			const scale = count < 60 ? 1.5 : Math.min(1, Math.sqrt(1500 / count));
			for (const node of shown.drawn) {
				const size = scale * (4 + 1.6 * Math.sqrt(this.graph.degree(node.id)));
				graph.addNode(node.id, {
					kind: node.kind,
					shapeNumber: shapeOf(node.kind),
					label: node.name,
					size: Math.min(size, 22 * Math.max(scale, .4)),
					color: this.colours.get(node.kind) ?? this.line,
					ink: this.ink,
					ground: this.ground
				});
			}
			const words = new Map(this.graph.content.relations.map((term) => [term.name, term[spoken()]]));
			const labelled = shown.edges.length <= LABELLED;
			const { hubs } = this.graph;
			for (const at of shown.edges) {
				const edge = this.graph.edges[at];
				if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
				graph.addDirectedEdgeWithKey(keyOf(edge), edge.source, edge.target, {
					color: this.line,
					gap: edge.modality === "planned" ? "rgba(0,0,0,0)" : this.line,
					head: this.graph.isSymmetric(edge) ? "none" : "arrow",
					opacity: shown.part || !(hubs.has(edge.source) || hubs.has(edge.target)) ? 1 : .35,
					ink: this.ink,
					label: labelled ? words.get(edge.type) ?? edge.type : ""
				});
			}
			if (shown.part && graph.order <= 1500) spread(graph);
			else this.settle(graph);
			this.drawn = graph;
			this.sigma.setSettings({
				renderEdgeLabels: labelled,
				hideEdgesOnMove: graph.size > FLUID
			});
			this.sigma.setGraph(graph);
			this.sigma.once("afterRender", () => requestAnimationFrame(() => this.name()));
		}
		/** Marks the chosen entity with its neighbours, the chosen relation with its ends, or a path. */
		mark(state, paths) {
			const nodes = /* @__PURE__ */ new Set();
			const edges = /* @__PURE__ */ new Set();
			const { drawn } = this;
			if (state.edge && drawn.hasEdge(state.edge)) {
				edges.add(state.edge);
				drawn.extremities(state.edge).forEach((id) => nodes.add(id));
			} else if (state.node && drawn.hasNode(state.node)) {
				nodes.add(state.node);
				drawn.forEachEdge(state.node, (edge, _, source, target) => {
					edges.add(edge);
					nodes.add(source).add(target);
				});
			} else if (paths?.[0]) paths[0].forEach((id, at, way) => {
				nodes.add(id);
				if (at > 0) drawn.forEachEdge(way[at - 1], id, (edge) => edges.add(edge));
			});
			const dim = nodes.size > 0;
			if (dim || this.dim) {
				this.sigma.setNodesState(drawn.nodes(), { dim });
				this.sigma.setEdgesState(drawn.edges(), {
					dim,
					isHighlighted: false
				});
				this.sigma.setNodesState([...nodes], { dim: false });
				this.sigma.setEdgesState([...edges], {
					dim: false,
					isHighlighted: true
				});
			}
			this.dim = dim;
			this.lit = nodes;
			this.name();
		}
		/** Takes the colours of the style sheet once more. */
		recolour(shown, state) {
			this.readColours();
			this.draw(shown);
			this.mark(state, shown.paths);
		}
		camera() {
			const { x, y, ratio } = this.sigma.getCamera().getState();
			return [
				x,
				y,
				ratio
			].map((number) => Math.round(number * 1e3) / 1e3);
		}
		look([x, y, ratio]) {
			if (x !== void 0 && y !== void 0 && ratio !== void 0) this.sigma.getCamera().setState({
				x,
				y,
				ratio
			});
		}
		zoom(factor) {
			const camera = this.sigma.getCamera();
			camera.animate({ ratio: Math.min(Math.max(camera.getState().ratio * factor, .01), 4) }, { duration: 150 });
		}
		pan(x, y) {
			const { x: left, y: top, ratio } = this.sigma.getCamera().getState();
			this.sigma.getCamera().animate({
				x: left + x * ratio,
				y: top + y * ratio
			}, { duration: 100 });
		}
		fit() {
			this.sigma.getCamera().animate({
				x: .5,
				y: .5,
				ratio: 1
			}, { duration: 200 });
		}
		/** Brings an entity to the middle, unless it stands well within sight. */
		show(id) {
			const place = this.sigma.getNodeDisplayData(id);
			if (!place) return;
			const seen = this.sigma.framedGraphToViewport(place);
			const { width, height } = this.sigma.getDimensions();
			if (seen.x > 60 && seen.y > 60 && seen.x < width - 60 && seen.y < height - 60) return;
			this.sigma.getCamera().animate({
				x: place.x,
				y: place.y
			}, { duration: 250 });
		}
		resize() {
			this.sigma.resize();
			this.sigma.refresh();
		}
		/** What is seen, in pixels, for pictures. */
		picture() {
			const { width, height } = this.sigma.getDimensions();
			const dots = /* @__PURE__ */ new Map();
			this.drawn.forEachNode((id, attributes) => {
				const { x, y } = this.sigma.graphToViewport({
					x: attributes.x,
					y: attributes.y
				});
				dots.set(id, {
					id,
					kind: attributes.kind,
					name: attributes.label,
					x,
					y,
					size: this.sigma.scaleSize(attributes.size),
					colour: attributes.color,
					side: this.named.get(id)
				});
			});
			const strokes = [];
			this.drawn.forEachEdge((_, attributes, source, target) => {
				strokes.push({
					source: dots.get(source),
					target: dots.get(target),
					colour: attributes.color,
					dashed: attributes.gap !== attributes.color,
					directed: attributes.head !== "none"
				});
			});
			return {
				width,
				height,
				dots: [...dots.values()],
				strokes
			};
		}
		/** Writes the names of what matters most where they do not cover each other. */
		name() {
			const { width, height } = this.sigma.getDimensions();
			const boxes = [];
			this.drawn.forEachNode((id, { x: left, y: top, size, label }) => {
				const { x, y } = this.sigma.graphToViewport({
					x: left,
					y: top
				});
				const radius = this.sigma.scaleSize(size);
				if (x < -radius || y < -radius || x > width || y > height) return;
				boxes.push({
					id,
					x,
					y,
					radius,
					width: breadth(label),
					first: this.lit.has(id),
					size
				});
			});
			const now = placed(boxes.filter((box) => !this.dim || box.first), width);
			const stale = (side) => this.drawn.filterNodes((id) => {
				const { named, left } = this.sigma.getNodeState(id);
				return now.get(id) === side && (named !== Boolean(side) || left !== (side === "left"));
			});
			this.sigma.setNodesState(stale(void 0), {
				named: false,
				left: false
			});
			this.sigma.setNodesState(stale("right"), {
				named: true,
				left: false
			});
			this.sigma.setNodesState(stale("left"), {
				named: true,
				left: true
			});
			this.named = now;
		}
		/** Where an entity or the middle of a relation stands on the screen; for those who drive the page. */
		locate(key) {
			const { left, top } = this.container.getBoundingClientRect();
			const seen = (this.drawn.hasEdge(key) ? this.drawn.extremities(key) : this.drawn.hasNode(key) ? [key] : []).map((id) => this.sigma.graphToViewport(this.drawn.getNodeAttributes(id)));
			if (!seen.length) return void 0;
			const middle = (axis) => seen.reduce((sum, place) => sum + place[axis], 0) / seen.length;
			return {
				x: left + middle("x"),
				y: top + middle("y")
			};
		}
		/** Puts what is drawn where it stands in the whole graph. */
		settle(graph) {
			let radius = 1;
			this.places.forEach(({ x, y }) => radius = Math.max(radius, Math.hypot(x, y)));
			let loose = 0;
			graph.forEachNode((id) => {
				const angle = loose * Math.PI * 2 / 90;
				const far = radius * (1.1 + .06 * Math.floor(loose / 90));
				const place = this.places.get(id) ?? (loose++, {
					x: far * Math.cos(angle),
					y: far * Math.sin(angle)
				});
				graph.mergeNodeAttributes(id, place);
			});
		}
		readColours() {
			const style = getComputedStyle(this.container);
			const colour = (name) => style.getPropertyValue(name).trim();
			this.colours = new Map(this.graph.content.kinds.map((kind) => [kind.name, colour(`--kind-${kind.name}`)]));
			this.ink = colour("--ink");
			this.line = colour("--stroke");
			this.ground = colour("--panel");
		}
	};
	// src/filters.ts
	var Filters = class {
		graph;
		change;
		element = h("div", { class: "filters" });
		places;
		constructor(graph, change) {
			this.graph = graph;
			this.change = change;
			this.places = graph.places().map(({ node, size }) => ({
				id: node.id,
				name: node.name,
				size
			}));
		}
		show(state) {
			const { content, nodes, edges } = this.graph;
			const focused = document.activeElement?.id ?? "";
			this.element.replaceChildren(this.group("kinds", "noKind", content.kinds, tally(nodes.map((node) => node.kind)), state), this.group("relations", "noRelation", content.relations, tally(edges.map((edge) => edge.type)), state), this.group("modality", "noModality", content.modalities, tally(edges.map((edge) => edge.modality)), state), this.choice("place", "place", "everywhere", this.places.map(({ id, name, size }) => [id, `${name} (${size})`]), state.place), this.choice("document", "document", "allDocuments", this.documents(), state.document), this.sure(state), this.tick("loose", state.loose));
			if (focused && this.element.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus();
		}
		documents() {
			return [...this.graph.documents.values()].map((row) => [row.id, row.title ?? row.path]);
		}
		group(head, names, terms, counts, state) {
			const out = new Set(state[names]);
			const there = terms.filter((term) => counts.has(term.name));
			const set = (next) => this.change({ [names]: there.map((term) => term.name).filter((name) => next.has(name)) });
			const boxes = there.map((term) => {
				const id = `${names}-${term.name}`;
				const box = h("input", {
					type: "checkbox",
					id,
					checked: !out.has(term.name)
				});
				box.addEventListener("change", () => {
					const next = new Set(out);
					if (box.checked) next.delete(term.name);
					else next.add(term.name);
					set(next);
				});
				return h("li", {}, h("label", { for: id }, box, names === "noKind" ? sign(term.name) : null, h("span", {}, term[spoken()]), h("span", { class: "count" }, counts.get(term.name))));
			});
			const button = (word, next) => h("button", {
				type: "button",
				class: "plain",
				id: `${names}-${word}`,
				onclick: () => set(new Set(next))
			}, say(word));
			return h("fieldset", {}, h("legend", {}, say(head)), h("div", { class: "pair" }, button("all", []), button("none", there.map((term) => term.name))), h("ul", { class: "plain-list" }, ...boxes));
		}
		choice(head, key, none, options, chosen) {
			const select = h("select", { id: `choose-${key}` }, h("option", { value: "" }, say(none)));
			for (const [value, name] of options) select.append(h("option", {
				value,
				selected: value === chosen
			}, name));
			select.addEventListener("change", () => this.change({ [key]: select.value }));
			return h("div", { class: "field" }, h("label", { for: select.id }, say(head)), select);
		}
		sure(state) {
			const range = h("input", {
				type: "range",
				id: "sure",
				min: 0,
				max: 1,
				step: .05,
				value: state.confidence
			});
			range.addEventListener("input", () => this.change({ confidence: Number(range.value) }));
			return h("div", { class: "field" }, h("label", { for: "sure" }, `${say("confidence")}: ${state.confidence.toFixed(2)}`), range);
		}
		tick(word, on) {
			const box = h("input", {
				type: "checkbox",
				id: word,
				checked: on
			});
			box.addEventListener("change", () => this.change({ [word]: box.checked }));
			return h("div", { class: "field" }, h("label", { for: word }, box, h("span", {}, say(word))));
		}
	};
	/** The slider over the years, with the number of relations of each above it. */
	var Years = class {
		graph;
		change;
		element = h("div", {
			class: "years",
			role: "group",
			label: "years"
		});
		constructor(graph, change) {
			this.graph = graph;
			this.change = change;
		}
		show(state) {
			const span = this.graph.years;
			this.element.hidden = !span || span[0] === span[1];
			if (!span || this.element.hidden) return;
			const [first, last] = span;
			const [from, to] = [state.from ?? first, state.to ?? last];
			const counts = new Array(last - first + 1).fill(0);
			for (const edge of this.graph.edges) {
				const years = yearsOf(edge.period);
				if (years) for (let year = years[0]; year <= years[1]; year++) counts[year - first]++;
			}
			const most = Math.max(...counts);
			const bars = counts.map((count, at) => {
				const bar = h("span", {
					class: first + at >= from && first + at <= to ? "bar in" : "bar",
					title: `${first + at}: ${count}`
				});
				bar.style.height = `${Math.max(4, 100 * count / most)}%`;
				return bar;
			});
			const focused = document.activeElement?.id ?? "";
			const range = (id, word, value, set) => {
				const input = h("input", {
					type: "range",
					id,
					min: first,
					max: last,
					step: 1,
					value,
					label: word,
					"aria-valuetext": value
				});
				input.addEventListener("input", () => this.change(set(Number(input.value))));
				return input;
			};
			const whole = (a, b) => ({
				from: a <= first ? null : a,
				to: b >= last ? null : b
			});
			const undated = h("input", {
				type: "checkbox",
				id: "undated",
				checked: state.undated
			});
			undated.addEventListener("change", () => this.change({ undated: undated.checked }));
			this.element.replaceChildren(h("output", {}, from === to ? String(from) : `${from}–${to}`), h("div", { class: "slider" }, h("div", {
				class: "bars",
				"aria-hidden": "true"
			}, ...bars), range("year-from", "fromYear", from, (year) => whole(Math.min(year, to), to)), range("year-to", "toYear", to, (year) => whole(from, Math.max(year, from)))), h("label", { for: "undated" }, undated, h("span", {}, say("undated"))));
			if (focused.startsWith("year-")) document.getElementById(focused)?.focus();
		}
	};
	function tally(names) {
		const counts = /* @__PURE__ */ new Map();
		for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
		return counts;
	}
	// src/pictures.ts
	var FACE = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
	/** What is on the canvas, as SVG, on the ground `paper` with words in `ink`. */
	function drawing(canvas, paper, ink, title) {
		const { width, height, dots, strokes } = canvas.picture();
		const root = svg("svg", {
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			"font-family": FACE
		});
		const name = svg("title", {});
		name.textContent = title;
		root.append(name, svg("rect", {
			width,
			height,
			fill: paper
		}));
		for (const { source, target, colour, dashed, directed } of strokes) {
			const [dx, dy] = [target.x - source.x, target.y - source.y];
			const length = Math.hypot(dx, dy) || 1;
			const tip = Math.max(0, 1 - target.size * .8 / length);
			const [x2, y2] = [source.x + dx * tip, source.y + dy * tip];
			root.append(svg("line", {
				x1: fixed(source.x),
				y1: fixed(source.y),
				x2: fixed(x2),
				y2: fixed(y2),
				stroke: colour,
				"stroke-width": 1.2,
				...dashed ? { "stroke-dasharray": "6 5" } : {}
			}));
			if (directed && length > 1) {
				const [ux, uy] = [dx / length, dy / length];
				const corner = (back, side) => `${fixed(x2 - ux * back - uy * side)},${fixed(y2 - uy * back + ux * side)}`;
				root.append(svg("polygon", {
					points: `${corner(0, 0)} ${corner(7, 3)} ${corner(7, -3)}`,
					fill: colour
				}));
			}
		}
		for (const dot of dots) root.append(svg("polygon", {
			points: points(dot.kind, dot.x, dot.y, dot.size),
			fill: dot.colour,
			stroke: paper,
			"stroke-width": .8
		}));
		for (const dot of dots.filter((dot) => dot.side)) {
			const label = svg("text", {
				x: fixed(dot.side === "right" ? dot.x + dot.size + 4 : dot.x - dot.size - 4),
				y: fixed(dot.y + 4),
				"text-anchor": dot.side === "right" ? "start" : "end",
				"font-size": 13,
				fill: ink,
				stroke: paper,
				"stroke-width": 3,
				"paint-order": "stroke",
				"stroke-linejoin": "round"
			});
			label.textContent = dot.name;
			root.append(label);
		}
		return new XMLSerializer().serializeToString(root);
	}
	function fixed(number) {
		return Math.round(number * 10) / 10;
	}
	/** A picture in pixels of an SVG. */
	async function pixels(drawn, scale) {
		const address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
		try {
			const image = new Image();
			image.src = address;
			await image.decode();
			const canvas = document.createElement("canvas");
			[canvas.width, canvas.height] = [image.width * scale, image.height * scale];
			canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
			return await new Promise((take, fail) => canvas.toBlob((blob) => blob ? take(blob) : fail(/* @__PURE__ */ new Error("no picture")), "image/png"));
		} finally {
			URL.revokeObjectURL(address);
		}
	}
	/** A graph file of what passes the filters: `tuzhi` reads it as any other. */
	function data(graph, shown) {
		const { nodes, edges } = shown;
		const ids = new Set(nodes.map((node) => node.id));
		const file = graph.content.graph;
		const documents = file.graph.documents.map((row) => ({
			...row,
			lists: void 0
		}));
		const kept = edges.map((at) => graph.edges[at]).filter((edge) => ids.has(edge.source) && ids.has(edge.target));
		return `${JSON.stringify({
			...file,
			graph: {
				...file.graph,
				documents
			},
			nodes,
			edges: kept
		})}\n`;
	}
	function nodeTable(graph, shown) {
		return table([
			"id",
			"kind",
			"name",
			"aliases",
			"code",
			"mentions",
			"relations"
		], shown.nodes.map((node) => [
			node.id,
			node.kind,
			node.name,
			node.aliases.join("、"),
			node.attributes.code,
			node.mentions.length,
			graph.degree(node.id)
		]));
	}
	function edgeTable(graph, shown) {
		const name = (id) => graph.node(id)?.name ?? id;
		return table([
			"source",
			"source_name",
			"type",
			"target",
			"target_name",
			"modality",
			"period",
			"polarity",
			"confidence",
			"rule",
			"document",
			"start",
			"end",
			"quote"
		], shown.edges.map((at) => {
			const edge = graph.edges[at];
			const first = edge.evidence[0];
			return [
				edge.source,
				name(edge.source),
				edge.type,
				edge.target,
				name(edge.target),
				edge.modality,
				edge.period,
				edge.polarity ?? true,
				edge.confidence,
				edge.rule,
				first?.document,
				first?.start,
				first?.end,
				first?.quote
			];
		}));
	}
	function factTable(shown) {
		return table([
			"entity",
			"name",
			"attribute",
			"value",
			"unit",
			"bound",
			"raw",
			"period",
			"modality",
			"indicator",
			"confidence",
			"document",
			"start",
			"end",
			"quote"
		], shown.nodes.flatMap((node) => node.facts.map((fact) => [node, fact])).map(([node, fact]) => {
			const first = fact.evidence[0];
			return [
				node.id,
				node.name,
				fact.attribute,
				fact.value,
				fact.unit,
				fact.bound,
				fact.raw,
				fact.period,
				fact.modality,
				fact.indicator,
				fact.confidence,
				first?.document,
				first?.start,
				first?.end,
				first?.quote
			];
		}));
	}
	/** Comma-separated values with a byte order mark; no cell that a spreadsheet would run. */
	function table(head, rows) {
		const cell = (value) => {
			if (value === null || value === void 0) return "";
			if (typeof value !== "string") return String(value);
			const harmless = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
			return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll("\"", "\"\"")}"` : harmless;
		};
		return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
	}
	function save(name, content, type) {
		const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
		const link = document.createElement("a");
		link.href = address;
		link.download = name;
		link.click();
		setTimeout(() => URL.revokeObjectURL(address), 1e4);
	}
	/** The name of a term in the language of the page. */
	function termOf(terms, name) {
		return terms.find((term) => term.name === name)?.[spoken()] ?? name;
	}
	// src/finder.ts
	/** Names listed at most. */
	var LISTED = 12;
	var Finder = class {
		graph;
		names;
		choose;
		element;
		input = h("input", {
			id: "search",
			type: "search",
			role: "combobox",
			label: "search",
			autocomplete: "off",
			spellcheck: "false",
			"aria-expanded": "false",
			"aria-controls": "hits",
			"aria-autocomplete": "list"
		});
		list = h("ul", {
			id: "hits",
			role: "listbox",
			label: "search",
			hidden: true
		});
		told = h("span", {
			class: "unseen",
			role: "status"
		});
		hits = [];
		at = -1;
		constructor(graph, names, choose) {
			this.graph = graph;
			this.names = names;
			this.choose = choose;
			this.element = h("div", {
				class: "finder",
				role: "search",
				label: "searchShort"
			}, this.input, this.list, this.told);
			this.input.addEventListener("input", () => this.look());
			this.input.addEventListener("keydown", (event) => this.key(event));
			this.input.addEventListener("blur", () => this.close());
			this.input.addEventListener("focus", () => this.input.value && this.look());
		}
		look() {
			const words = this.input.value;
			this.hits = this.names.find(words, LISTED);
			this.at = this.hits.length ? 0 : -1;
			if (!words.trim()) return this.close();
			const rows = this.hits.map((hit, at) => {
				const kind = termOf(this.graph.content.kinds, hit.node.kind);
				const other = hit.name === hit.node.name ? "" : ` · ${hit.name}`;
				const row = h("li", {
					role: "option",
					id: `hit-${at}`
				}, sign(hit.node.kind), h("bdi", {}, hit.node.name), h("span", { class: "soft" }, h("bdi", {}, `${kind}${other}`)));
				row.addEventListener("mousedown", (event) => {
					event.preventDefault();
					this.take(at);
				});
				return row;
			});
			if (!rows.length) rows.push(h("li", {
				class: "soft",
				role: "option",
				"aria-disabled": "true"
			}, say("noHit", words)));
			this.list.replaceChildren(...rows);
			this.list.hidden = false;
			this.input.setAttribute("aria-expanded", "true");
			this.told.textContent = say("hits", this.hits.length);
			this.mark();
		}
		key(event) {
			if (event.isComposing) return;
			const step = {
				ArrowDown: 1,
				ArrowUp: -1
			}[event.key];
			if (step && this.hits.length) {
				event.preventDefault();
				if (this.list.hidden) this.look();
				else this.at = (this.at + step + this.hits.length) % this.hits.length;
				this.mark();
			} else if (event.key === "Enter" && this.at >= 0) {
				event.preventDefault();
				this.take(this.at);
			} else if (event.key === "Escape") this.close();
		}
		mark() {
			[...this.list.children].forEach((row, at) => {
				row.setAttribute("aria-selected", String(at === this.at));
				if (at === this.at) row.scrollIntoView({ block: "nearest" });
			});
			if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
			else this.input.removeAttribute("aria-activedescendant");
		}
		take(at) {
			const hit = this.hits[at];
			if (!hit) return;
			this.close();
			this.input.value = "";
			this.choose(hit.node.id);
		}
		close() {
			this.list.hidden = true;
			this.at = -1;
			this.input.setAttribute("aria-expanded", "false");
			this.input.removeAttribute("aria-activedescendant");
		}
	};
	// src/panel.ts
	/** Sentences shown at most for one statement. */
	var SENTENCES = 12;
	var MODALITIES = [
		"done",
		"ongoing",
		"planned"
	];
	var Panel = class {
		graph;
		deeds;
		element = h("div", { class: "details" });
		constructor(graph, deeds) {
			this.graph = graph;
			this.deeds = deeds;
		}
		show(state, shown) {
			const parts = [];
			if (state.path.length) parts.push(this.path(state.path, shown.paths));
			const at = state.edge ? this.graph.edge(state.edge) : void 0;
			const node = state.node ? this.graph.node(state.node) : void 0;
			if (at !== void 0) parts.push(this.edge(this.graph.edges[at]));
			else if (node) parts.push(this.node(node, state));
			else if (!state.path.length) parts.push(this.overview());
			this.element.replaceChildren(...parts);
			this.element.scrollTop = 0;
		}
		overview() {
			const documents = [...this.graph.documents.values()].slice(0, 50).map((row) => {
				const said = [
					row.date && `${say("given")} ${row.date}`,
					row.speaker && `${say("speaker")} ${row.speaker}`,
					row.encoding
				];
				const repairs = Object.values(row.repairs).reduce((sum, count) => sum + count, 0);
				if (repairs) said.push(`${say("repairs")} ${repairs}`);
				return h("li", {}, h("bdi", {}, row.title ?? row.path), h("div", { class: "soft" }, said.filter(Boolean).join(" · ")));
			});
			return h("section", {}, h("h2", {}, say("overview")), h("p", { class: "soft" }, say("nothingChosen")), h("h3", {}, say("documentsHead")), h("ul", { class: "plain-list" }, ...documents));
		}
		node(node, state) {
			const { deeds } = this;
			const deed = (word, act) => h("button", {
				type: "button",
				onclick: act
			}, say(word));
			const from = state.path.length === 1 && state.path[0] !== node.id;
			const known = [];
			if (node.aliases.length) known.push([say("alsoCalled"), node.aliases.join("、")]);
			if (node.attributes.code) known.push([say("code"), node.attributes.code]);
			if (node.attributes.within?.length) known.push([say("within"), node.attributes.within.join(" · ")]);
			const named = /* @__PURE__ */ new Map();
			for (const { document } of node.mentions) named.set(document, (named.get(document) ?? 0) + 1);
			const documents = [...named].map(([id, count]) => {
				const row = this.graph.documents.get(id);
				return `${row?.title ?? row?.path ?? id}（${say("times", count)}）`;
			});
			if (documents.length) known.push([say("namedIn"), documents.slice(0, 6).join("、") + (documents.length > 6 ? " …" : "")]);
			return h("section", { "aria-labelledby": "chosen" }, h("h2", {
				id: "chosen",
				tabindex: -1
			}, sign(node.kind), h("bdi", {}, node.name)), h("p", { class: "soft" }, termOf(this.graph.content.kinds, node.kind)), h("div", { class: "deeds" }, deed("focus", () => deeds.focus(node.id)), deed("expand", () => deeds.expand(node.id)), deed("hide", () => deeds.hide(node.id)), from ? deed("pathTo", () => deeds.pathTo(node.id)) : deed("pathFrom", () => deeds.pathFrom(node.id))), h("dl", {}, ...known.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, h("bdi", {}, value))])), this.facts(node), ...this.relations(node));
		}
		facts(node) {
			if (node.facts.length === 0) return null;
			const order = (fact) => `${fact.period ?? "9999"} ${MODALITIES.indexOf(fact.modality)} ${fact.attribute}`;
			const facts = [...node.facts].sort((a, b) => compare(order(a), order(b)));
			return h("div", { class: "facts" }, h("h3", {}, `${say("facts")} (${facts.length})`), ...facts.map((fact) => {
				const label = termOf(this.graph.content.attributes, fact.attribute);
				return h("details", { class: fact.modality }, h("summary", {}, h("span", { class: "what" }, fact.indicator ? h("bdi", {}, fact.indicator) : null, ` ${label} `), h("strong", {}, h("bdi", {}, worth(fact))), this.chips(fact)), ...this.sentences(fact.evidence));
			}));
		}
		relations(node) {
			const groups = /* @__PURE__ */ new Map();
			const types = this.graph.content.relations.map((term) => term.name);
			for (const at of this.graph.beside.get(node.id) ?? []) {
				const edge = this.graph.edges[at];
				const leaves = edge.source === node.id || this.graph.isSymmetric(edge);
				const key = `${String(types.indexOf(edge.type)).padStart(3, "0")}${leaves ? 0 : 1}${edge.type}`;
				const other = this.graph.node(this.graph.other(at, node.id));
				if (!other) continue;
				const group = groups.get(key);
				if (group) group.push({
					edge,
					other
				});
				else groups.set(key, [{
					edge,
					other
				}]);
			}
			return [...groups].sort(([a], [b]) => compare(a, b)).map(([key, links]) => {
				const type = termOf(this.graph.content.relations, key.slice(4));
				const arrow = key[3] === "0" ? `${type} →` : `→ ${type}`;
				links.sort((a, b) => compare(place(a.edge), place(b.edge)) || compare(a.other.id, b.other.id));
				return h("div", { class: "relations" }, h("h3", {}, `${arrow} (${links.length})`), h("ul", { class: "plain-list" }, ...links.map(({ edge, other }) => h("li", { class: edge.modality }, h("button", {
					type: "button",
					class: "link",
					onclick: () => this.deeds.choose(other.id)
				}, sign(other.kind), h("bdi", {}, other.name)), this.chips(edge), h("button", {
					type: "button",
					class: "plain",
					"aria-label": `${say("evidence")}: ${node.name} ${type} ${other.name}`,
					onclick: () => this.deeds.chooseEdge(keyOf(edge))
				}, say("evidence"))))));
			});
		}
		edge(edge) {
			return h("section", { "aria-labelledby": "chosen" }, h("h2", {
				id: "chosen",
				tabindex: -1,
				class: "triple"
			}, ...this.triple(edge)), this.chips(edge), h("h3", {}, say("evidence")), ...this.sentences(edge.evidence));
		}
		triple(edge) {
			const end = (id) => {
				const node = this.graph.node(id);
				return h("button", {
					type: "button",
					class: "link",
					onclick: () => this.deeds.choose(id)
				}, sign(node?.kind ?? ""), h("bdi", {}, node?.name ?? id));
			};
			const mark = this.graph.isSymmetric(edge) ? "—" : "→";
			return [
				end(edge.source),
				h("span", { class: "type" }, ` ${termOf(this.graph.content.relations, edge.type)} ${mark} `),
				end(edge.target)
			];
		}
		chips(row) {
			const said = [termOf(this.graph.content.modalities, row.modality), row.period];
			if ("polarity" in row && row.polarity === false) said.push(say("denied"));
			if ("titles" in row) said.push(...row.titles ?? []);
			const words = said.filter(Boolean).map((word) => h("span", { class: "chip" }, h("bdi", {}, word)));
			const sure = h("span", {
				class: "chip faint",
				title: `${say("rule")} ${row.rule}`
			}, `${say("sure")} ${row.confidence.toFixed(2)}`);
			return h("span", { class: "chips" }, ...words, sure);
		}
		sentences(evidence) {
			const texts = new Set(this.graph.content.texts);
			const parts = evidence.slice(0, SENTENCES).map((one) => {
				const row = this.graph.documents.get(one.document);
				return h("figure", { class: "evidence" }, h("blockquote", {}, h("bdi", {}, one.quote ?? say("noQuote", one.start, one.end))), h("figcaption", {}, h("bdi", {}, row?.title ?? row?.path ?? one.document), ` · ${say("bytes", one.start, one.end)} `, texts.has(one.document) ? h("button", {
					type: "button",
					class: "plain",
					onclick: () => this.deeds.read(one)
				}, say("readReport")) : h("span", { class: "soft" }, say("noText"))));
			});
			if (evidence.length > SENTENCES) parts.push(h("p", { class: "soft" }, say("tooMany", evidence.length, SENTENCES)));
			return parts;
		}
		path(ends, paths) {
			const name = (id) => id ? this.graph.node(id)?.name ?? id : "";
			const clear = h("button", {
				type: "button",
				class: "plain",
				onclick: () => this.deeds.clearPath()
			}, say("pathClear"));
			const head = h("h2", {
				id: "path-head",
				tabindex: -1
			}, say("path"));
			if (ends.length === 1) return h("section", { class: "path" }, head, h("p", {}, say("pathPrompt", name(ends[0]))), clear);
			return h("section", {
				class: "path",
				"aria-labelledby": "path-head"
			}, head, h("p", {}, h("bdi", {}, paths?.length ? say("pathFound", name(ends[0]), name(ends[1]), paths.length) : say("pathNone", name(ends[0]), name(ends[1])))), clear, ...(paths ?? []).map((way, number) => h("details", number === 0 ? { open: true } : {}, h("summary", {}, say("pathSteps", number + 1, way.length - 1)), this.way(way))));
		}
		way(way) {
			return h("ol", { class: "way" }, ...way.slice(1).map((id, at) => {
				return h("li", {}, ...this.graph.between(way[at], id).map((place) => this.graph.edges[place]).map((edge) => h("div", { class: `step ${edge.modality}` }, h("div", { class: "triple" }, ...this.triple(edge)), this.chips(edge), ...this.sentences(edge.evidence.slice(0, 1)))));
			}));
		}
	};
	function place(edge) {
		return `${MODALITIES.indexOf(edge.modality)}${edge.period ?? "9999"}`;
	}
	/** A value as people write it: 亿 and 万 from ten thousand on, no trailing zeros. */
	function worth(fact) {
		const bound = {
			at_least: "≥ ",
			at_most: "≤ ",
			about: "≈ "
		}[fact.bound ?? ""] ?? "";
		const unit = fact.unit ?? "";
		if (typeof fact.value === "string") return `${bound}${fact.value}${unit}`;
		const size = Math.abs(fact.value);
		const [scaled, scale] = size >= 1e8 ? [fact.value / 1e8, "亿"] : size >= 1e4 ? [fact.value / 1e4, "万"] : [fact.value, ""];
		return `${bound}${Number(scaled.toFixed(4)).toLocaleString(spoken() === "zh" ? "zh-CN" : "en", {
			maximumFractionDigits: 4,
			useGrouping: false
		})}${scale}${unit}`;
	}
	// src/report.ts
	var Reader = class {
		graph;
		source;
		element;
		title = h("h2", { id: "reader-title" });
		place = h("p", { class: "soft" });
		text = h("div", {
			class: "report",
			tabindex: 0,
			role: "document",
			"aria-labelledby": "reader-title"
		});
		tabs;
		cuts;
		constructor(graph, source) {
			this.graph = graph;
			this.source = source;
			const tab = (word, at) => h("button", {
				type: "button",
				role: "tab",
				word,
				"aria-controls": "report-text",
				onclick: () => this.turn(at)
			});
			this.tabs = [tab("clean", 0), tab("asFile", 1)];
			this.text.id = "report-text";
			const tablist = h("div", {
				role: "tablist",
				class: "tabs",
				label: "view",
				onkeydown: (event) => this.key(event)
			}, ...this.tabs);
			const close = h("button", {
				type: "button",
				class: "plain",
				word: "close",
				onclick: () => this.element.close()
			});
			this.element = h("dialog", {
				class: "reader",
				"aria-labelledby": "reader-title"
			}, h("header", {}, this.title, close), this.place, tablist, this.text);
			this.element.addEventListener("click", (event) => {
				if (event.target === this.element) this.element.close();
			});
		}
		async open(evidence) {
			const row = this.graph.documents.get(evidence.document);
			const text = await this.source.text(evidence.document);
			this.title.textContent = row?.title ?? row?.path ?? evidence.document;
			if (!text) {
				this.cuts = void 0;
				this.place.textContent = say("noText");
				this.text.replaceChildren(h("bdi", {}, h("mark", {}, evidence.quote ?? "")));
				return this.element.showModal();
			}
			this.cuts = [cut(text.clean, evidence.start, evidence.end), cut(text.file, ...inText(text, evidence.raw))];
			this.place.textContent = [
				row?.path,
				row?.encoding,
				`${say("clean")}: ${say("bytes", evidence.start, evidence.end)}`,
				`${say("asFile")}: ${say("bytes", ...evidence.raw)}`
			].filter(Boolean).join(" · ");
			this.element.showModal();
			this.turn(0);
		}
		key(event) {
			if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
			const next = this.tabs[0].getAttribute("aria-selected") === "true" ? 1 : 0;
			this.turn(next);
			this.tabs[next].focus();
		}
		turn(to) {
			this.tabs.forEach((tab, at) => {
				tab.setAttribute("aria-selected", String(at === to));
				tab.tabIndex = at === to ? 0 : -1;
			});
			if (!this.cuts) return;
			const [before, lit, behind] = this.cuts[to];
			const mark = h("mark", {}, lit);
			this.text.replaceChildren(h("bdi", {}, before, mark, behind));
			this.text.dataset.side = to === 0 ? "clean" : "file";
			mark.scrollIntoView({ block: "center" });
		}
	};
	/** Cuts a text at two places told in bytes of UTF-8. */
	function cut(text, start, end) {
		const bytes = new TextEncoder().encode(text);
		const words = (from, to) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
		return [
			words(0, start),
			words(start, end),
			words(end, bytes.length)
		];
	}
	/** From bytes of the file to bytes of its text. */
	function inText(text, [start, end]) {
		const at = (byte, round) => {
			let found = 0;
			for (const [source, derived, units, width, made] of text.runs) {
				if (byte < source) break;
				found = derived + made * Math.min(units, width ? round((byte - source) / width) : units);
			}
			return found;
		};
		return [at(start, Math.floor), at(end, Math.ceil)];
	}
	// src/search.ts
	/** How a name was met, the best first. */
	var ORDER = [
		"id",
		"name",
		"alias",
		"start",
		"part",
		"spelled",
		"spelledStart",
		"spelledPart",
		"within",
		"near"
	];
	var Names = class {
		rows;
		readings;
		constructor(graph) {
			this.readings = graph.content.readings;
			this.rows = graph.nodes.map((node) => ({
				node,
				names: [node.name, ...node.aliases].map((name) => [name, folded(name)]),
				weight: node.mentions.length + graph.degree(node.id)
			}));
		}
		/** Those that `words` name, the best first; where there are none, those that may be meant. */
		find(words, limit) {
			const asked = folded(words);
			if (!asked) return [];
			let hits = this.gather(words, (name) => met(name, asked));
			if (hits.length === 0 && /^(?=.*[a-z])[a-z0-9]{2,63}$/.test(asked)) hits = this.gather(words, (name) => this.spelled(name, asked));
			if (hits.length === 0) hits = this.gather(words, (name) => missed(name, asked));
			return hits.slice(0, limit);
		}
		gather(words, how) {
			const hits = [];
			for (const { node, names, weight } of this.rows) {
				let best = node.id === words.trim() ? {
					node,
					name: node.id,
					by: "id"
				} : void 0;
				names.forEach(([name, plain], at) => {
					let by = how(plain);
					if (by === "name" && at > 0) by = "alias";
					if (by && (!best || rank({
						node,
						name,
						by
					}) < rank(best))) best = {
						node,
						name,
						by
					};
				});
				if (best) hits.push({
					...best,
					weight
				});
			}
			return hits.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || compare(a.node.id, b.node.id));
		}
		/** Whether letters spell a name or a part of it, each character by a reading or the beginning of one. */
		spelled(name, letters) {
			const characters = [...name];
			let found;
			for (let start = 0; start < characters.length; start++) {
				const used = this.spelledFrom(characters.slice(start), letters);
				if (used && start === 0) return used === characters.length ? "spelled" : "spelledStart";
				if (used) found = "spelledPart";
			}
			return found;
		}
		/** The number of characters that take all letters, the most there may be; 0 where they do not. */
		spelledFrom(characters, letters) {
			let used = 0;
			let taken = /* @__PURE__ */ new Set([0]);
			for (let at = 0; at < characters.length && taken.size > 0; at++) {
				const next = /* @__PURE__ */ new Set();
				for (const place of taken) {
					const rest = letters.slice(place);
					for (const length of this.taking(characters[at], rest)) if (length === rest.length) used = at + 1;
					else next.add(place + length);
				}
				taken = next;
			}
			return used;
		}
		/** How many letters a character may take of those that are left. */
		taking(character, rest) {
			if (character < "") return rest[0] === character ? [1] : [];
			return (this.readings[character] ?? []).flatMap((reading) => {
				let same = 0;
				while (same < reading.length && same < rest.length && reading[same] === rest[same]) same++;
				return [
					...same > 0 && (same === reading.length || same === rest.length) ? [same] : [],
					...same >= 1 ? [1] : [],
					...same >= 2 && reading[1] === "h" ? [2] : []
				];
			});
		}
	};
	/** How a name was met, then how little it leaves open: the shortest that holds the words. */
	function rank(hit) {
		const length = Math.min(hit.name.length, 999);
		return ORDER.indexOf(hit.by) * 1e3 + (hit.by === "within" ? 999 - length : length);
	}
	function met(name, asked) {
		if (name === asked) return "name";
		if (name.startsWith(asked)) return "start";
		return name.includes(asked) ? "part" : void 0;
	}
	function missed(name, asked) {
		const [length, longest] = [name.length, asked.length];
		if (length >= 2 && asked.includes(name)) return "within";
		const allowed = Math.min(Math.floor(Math.min(length, longest) / 2), 3);
		if (allowed === 0 || Math.abs(length - longest) > allowed) return void 0;
		return distance(name, asked) <= allowed ? "near" : void 0;
	}
	/** Characters to put in, take out or change until one is the other. */
	function distance(a, b) {
		let above = Array.from({ length: b.length + 1 }, (_, at) => at);
		for (let i = 0; i < a.length; i++) {
			const row = [i + 1];
			for (let j = 0; j < b.length; j++) {
				const change = above[j] + (a[i] === b[j] ? 0 : 1);
				row.push(Math.min(change, above[j + 1] + 1, row[j] + 1));
			}
			above = row;
		}
		return above[b.length];
	}
	/** Lower case, narrow, without blanks and quotation marks. */
	function folded(words) {
		return words.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 65248)).replace(/[\s“”‘’「」『』《》"']/g, "").toLowerCase();
	}
	// src/shown.ts
	/** Shortest paths told at most. */
	var PATHS = 5;
	function shown(graph, state) {
		const [noKind, noRelation, noModality, hidden] = [
			state.noKind,
			state.noRelation,
			state.noModality,
			state.hidden
		].map((names) => new Set(names));
		const inside = state.place ? graph.lyingIn(state.place) : void 0;
		const passes = (node) => !noKind.has(node.kind) && !hidden.has(node.id) && (!inside || inside.has(node.id)) && (!state.document || node.mentions.some((mention) => mention.document === state.document));
		let kept = new Set(graph.nodes.filter(passes).map((node) => node.id));
		const stays = (edge) => kept.has(edge.source) && kept.has(edge.target) && !noRelation.has(edge.type) && !noModality.has(edge.modality) && edge.confidence >= state.confidence && inYears(edge, state) && (!state.document || edge.evidence.some((evidence) => evidence.document === state.document));
		const through = graph.edges.map(stays);
		const open = (at) => through[at];
		let paths;
		const [from, to] = state.path;
		if (from && to) paths = graph.paths(from, to, PATHS, open);
		const roots = paths?.length ? paths.flat() : state.roots;
		const part = roots.length > 0;
		if (part) kept = new Set(graph.around(roots, paths?.length ? 0 : state.depth, open).keys());
		const onPath = paths?.length ? new Set(paths.flatMap(steps)) : void 0;
		const edges = [];
		const bound = /* @__PURE__ */ new Set();
		graph.edges.forEach((edge, at) => {
			if (!through[at] || !kept.has(edge.source) || !kept.has(edge.target)) return;
			if (onPath && !onPath.has(step(edge.source, edge.target))) return;
			edges.push(at);
			bound.add(edge.source).add(edge.target);
		});
		const nodes = graph.nodes.filter((node) => kept.has(node.id));
		return {
			nodes,
			edges,
			drawn: state.loose || part ? nodes : nodes.filter((node) => bound.has(node.id) || node.id === state.node),
			paths,
			part
		};
	}
	function steps(way) {
		return way.slice(1).map((id, at) => step(way[at], id));
	}
	function step(a, b) {
		return a < b ? `${a}\t${b}` : `${b}\t${a}`;
	}
	function inYears(edge, state) {
		if (state.from === null && state.to === null) return true;
		const years = yearsOf(edge.period);
		if (!years) return state.undated;
		return years[1] >= (state.from ?? -Infinity) && years[0] <= (state.to ?? Infinity);
	}
	// src/source.ts
	/** The data stand in the file. */
	var FileSource = class {
		async content() {
			const content = await block("graph");
			if (!content) throw new Error("the file holds no graph");
			return content;
		}
		text(document) {
			return block(`text-${document}`);
		}
		watch() {}
	};
	/** The server wants to know a token. */
	var TokenNeeded = class extends Error {};
	/** A server is asked. */
	var ServerSource = class {
		tag = null;
		async content() {
			const answer = await ask("api/page");
			this.tag = answer.headers.get("etag");
			return answer.json();
		}
		async text(document) {
			const answer = await fetch(`api/documents/${encodeURIComponent(document)}/text`, { headers: headers() });
			return answer.ok ? answer.json() : void 0;
		}
		watch(changed) {
			const look = async () => {
				try {
					const answer = await fetch("api/page", {
						method: "HEAD",
						headers: headers()
					});
					const tag = answer.headers.get("etag");
					if (answer.ok && tag && this.tag && tag !== this.tag) return changed();
				} catch {}
				setTimeout(look, 5e3);
			};
			setTimeout(look, 5e3);
		}
	};
	/** The token stays as long as the tab does. */
	function remember(token) {
		sessionStorage.setItem("token", token);
	}
	function headers() {
		const token = sessionStorage.getItem("token");
		return token ? { authorization: `Bearer ${token}` } : {};
	}
	async function ask(path) {
		const answer = await fetch(path, { headers: headers() });
		if (answer.status === 401) throw new TokenNeeded();
		if (!answer.ok) {
			const problem = await answer.json().catch(() => ({}));
			throw new Error(problem.detail ?? problem.title ?? `${answer.status}`);
		}
		return answer;
	}
	async function block(id) {
		const letters = document.getElementById(id)?.textContent;
		if (!letters) return void 0;
		const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
		const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
		return JSON.parse(await new Response(stream).text());
	}
	function source() {
		return document.getElementById("graph") ? new FileSource() : new ServerSource();
	}
	// src/state.ts
	var NAMES = {
		view: "view",
		lang: "lang",
		theme: "theme",
		noKind: "nokind",
		noRelation: "norel",
		noModality: "nomod",
		place: "place",
		document: "doc",
		from: "from",
		to: "to",
		undated: "undated",
		confidence: "sure",
		loose: "loose",
		roots: "focus",
		depth: "depth",
		hidden: "hide",
		node: "node",
		edge: "edge",
		path: "path",
		camera: "at"
	};
	function beginning(lang) {
		return {
			view: "graph",
			lang,
			theme: "auto",
			noKind: [],
			noRelation: [],
			noModality: [],
			place: "",
			document: "",
			from: null,
			to: null,
			undated: true,
			confidence: 0,
			loose: false,
			roots: [],
			depth: 1,
			hidden: [],
			node: "",
			edge: "",
			path: [],
			camera: []
		};
	}
	/** Only what differs from the beginning is written. */
	function written(state, first) {
		const parameters = new URLSearchParams();
		for (const key of Object.keys(NAMES)) {
			const [value, usual] = [state[key], first[key]];
			if (Array.isArray(value)) value.forEach((one) => parameters.append(NAMES[key], String(one)));
			else if (value !== usual) parameters.set(NAMES[key], String(value ?? ""));
		}
		const text = parameters.toString();
		return text ? `#${text}` : "";
	}
	/** What an address says; what it says wrongly is left as at the beginning. */
	function read(hash, first) {
		const parameters = new URLSearchParams(hash.replace(/^#/, ""));
		const state = { ...first };
		const put = (key, value) => {
			state[key] = value;
		};
		for (const key of Object.keys(NAMES)) {
			const values = parameters.getAll(NAMES[key]);
			const value = values[0];
			if (value === void 0) continue;
			switch (key) {
				case "view":
					if (value === "graph" || value === "table") put(key, value);
					break;
				case "lang":
					if (value === "zh" || value === "en") put(key, value);
					break;
				case "theme":
					if (value === "auto" || value === "light" || value === "dark") put(key, value);
					break;
				case "undated":
				case "loose":
					put(key, value === "true");
					break;
				case "from":
				case "to":
				case "confidence":
				case "depth": {
					const number = Number(value);
					if (value !== "" && Number.isFinite(number)) put(key, key === "depth" ? Math.min(Math.max(Math.round(number), 1), 4) : number);
					break;
				}
				case "camera": {
					const numbers = values.map(Number);
					if (numbers.length === 3 && numbers.every(Number.isFinite)) put(key, numbers);
					break;
				}
				case "noKind":
				case "noRelation":
				case "noModality":
				case "roots":
				case "hidden":
					put(key, values);
					break;
				case "path":
					put(key, values.slice(0, 2));
					break;
				default: put(key, value);
			}
		}
		return state;
	}
	// src/tables.ts
	/** Rows put on the page at a time. */
	var ROWS = 200;
	var Tables = class {
		graph;
		choose;
		chooseEdge;
		element = h("div", { class: "tables" });
		which = "entities";
		sort = {
			column: -1,
			down: false
		};
		rows = ROWS;
		last;
		constructor(graph, choose, chooseEdge) {
			this.graph = graph;
			this.choose = choose;
			this.chooseEdge = chooseEdge;
		}
		show(state, shown) {
			this.last = [state, shown];
			const tab = (which, count) => h("button", {
				type: "button",
				role: "tab",
				"aria-selected": String(which === this.which),
				"aria-controls": "table",
				onclick: () => this.turn(which)
			}, `${say(which)} (${count})`);
			const tabs = h("div", {
				role: "tablist",
				class: "tabs"
			}, tab("entities", shown.nodes.length), tab("relationsTab", shown.edges.length));
			const [heads, rows] = this.which === "entities" ? this.nodes(shown) : this.edges(shown);
			const { column, down } = this.sort;
			if (column >= 0) {
				const order = (a, b) => {
					const [one, other] = [a[column].order, b[column].order];
					return typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other));
				};
				rows.sort((a, b) => down ? order(b, a) : order(a, b));
			}
			const head = heads.map((word, at) => {
				const sorted = at === column ? down ? "descending" : "ascending" : void 0;
				const button = h("button", {
					type: "button",
					onclick: () => this.order(at)
				}, say(word), sorted ? down ? " ▼" : " ▲" : "");
				return h("th", {
					scope: "col",
					"aria-sort": sorted
				}, button);
			});
			const body = rows.slice(0, this.rows).map((row) => h("tr", {}, ...row.map((cell) => this.cell(cell))));
			const more = rows.length > this.rows ? h("button", {
				type: "button",
				onclick: () => this.more()
			}, say("moreRows", Math.min(ROWS, rows.length - this.rows))) : null;
			const table = h("table", { id: "table" }, h("caption", { class: "unseen" }, say(this.which)), h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
			this.element.replaceChildren(tabs, rows.length ? h("div", {
				class: "scroll",
				tabindex: 0,
				role: "region",
				"aria-label": say(this.which)
			}, table) : h("p", {}, say("nothingLeft")), more ?? "");
		}
		nodes(shown) {
			const { kinds } = this.graph.content;
			return [[
				"name",
				"kind",
				"alsoCalled",
				"links",
				"facts",
				"mentions"
			], shown.nodes.map((node) => [
				{
					text: node.name,
					order: node.name,
					kind: node.kind,
					act: () => this.choose(node.id)
				},
				{
					text: termOf(kinds, node.kind),
					order: node.kind
				},
				{
					text: node.aliases.join("、"),
					order: node.aliases.join()
				},
				{
					text: String(this.graph.degree(node.id)),
					order: this.graph.degree(node.id)
				},
				{
					text: String(node.facts.length),
					order: node.facts.length
				},
				{
					text: String(node.mentions.length),
					order: node.mentions.length
				}
			])];
		}
		edges(shown) {
			const { relations, modalities } = this.graph.content;
			return [[
				"head",
				"relation",
				"tail",
				"modality",
				"period",
				"confidence"
			], shown.edges.map((at) => {
				const edge = this.graph.edges[at];
				const [source, target] = [this.graph.node(edge.source), this.graph.node(edge.target)];
				return [
					{
						text: source?.name ?? edge.source,
						order: edge.source,
						kind: source?.kind,
						act: () => this.choose(edge.source)
					},
					{
						text: termOf(relations, edge.type),
						order: edge.type,
						act: () => this.chooseEdge(keyOf(edge))
					},
					{
						text: target?.name ?? edge.target,
						order: edge.target,
						kind: target?.kind,
						act: () => this.choose(edge.target)
					},
					{
						text: termOf(modalities, edge.modality),
						order: edge.modality
					},
					{
						text: edge.period ?? "",
						order: edge.period ?? ""
					},
					{
						text: edge.confidence.toFixed(2),
						order: edge.confidence
					}
				];
			})];
		}
		cell({ text, act, kind }) {
			const words = h("bdi", {}, text);
			if (!act) return h("td", {}, words);
			return h("td", {}, h("button", {
				type: "button",
				class: "link",
				onclick: act
			}, kind ? sign(kind) : null, words));
		}
		turn(which) {
			this.which = which;
			this.sort = {
				column: -1,
				down: false
			};
			this.rows = ROWS;
			this.again("[role=\"tab\"][aria-selected=\"true\"]");
		}
		order(column) {
			this.sort = {
				column,
				down: this.sort.column === column && !this.sort.down
			};
			this.again(`th:nth-child(${column + 1}) button`);
		}
		more() {
			this.rows += ROWS;
			this.again(`tbody tr:nth-child(${this.rows - ROWS + 1}) button`);
		}
		/** Shows the rows anew and leaves the focus where it was. */
		again(focus) {
			if (this.last) this.show(...this.last);
			this.element.querySelector(focus)?.focus();
		}
	};
	// src/main.ts
	var Page = class {
		graph;
		first;
		state;
		shown;
		canvas;
		panel;
		filters;
		years;
		tables;
		finder;
		reader;
		stage = h("div", {
			class: "stage",
			tabindex: 0,
			role: "application",
			label: "canvas"
		});
		status = h("p", {
			class: "status",
			role: "status"
		});
		notice = h("div", {
			class: "notice",
			role: "alert",
			hidden: true
		});
		legend = h("ul", {
			class: "legend plain-list",
			label: "legend"
		});
		aside;
		bar;
		constructor(graph, source) {
			this.graph = graph;
			this.first = beginning(graph.content.language);
			this.state = read(location.hash, this.first);
			speak(this.state.lang);
			document.documentElement.dataset.theme = this.state.theme;
			this.colours();
			this.filters = new Filters(graph, (patch) => this.change(patch, false));
			this.years = new Years(graph, (patch) => this.change(patch, false));
			this.tables = new Tables(graph, (id) => this.choose(id), (key) => this.change({
				edge: key,
				node: ""
			}));
			this.finder = new Finder(graph, new Names(graph), (id) => this.choose(id, true));
			this.reader = new Reader(graph, source);
			this.panel = new Panel(graph, {
				choose: (id) => this.choose(id, true),
				chooseEdge: (key) => this.change({
					edge: key,
					node: ""
				}),
				focus: (id) => this.change({
					roots: [id],
					path: [],
					node: id,
					edge: "",
					camera: []
				}),
				expand: (id) => this.expand(id),
				hide: (id) => this.change({
					hidden: [...this.state.hidden, id],
					node: "",
					roots: this.state.roots.filter((root) => root !== id)
				}),
				pathFrom: (id) => this.change({ path: [id] }),
				pathTo: (id) => this.change({
					path: [this.state.path[0], id],
					node: "",
					edge: "",
					camera: []
				}),
				clearPath: () => this.change({
					path: [],
					camera: []
				}),
				read: (evidence) => void this.reader.open(evidence)
			});
			this.aside = h("details", { class: "aside" }, h("summary", { word: "filters" }), this.filters.element);
			this.aside.open = !matchMedia("(max-width: 60rem)").matches;
			this.bar = this.toolbar();
			document.body.replaceChildren(h("a", {
				class: "skip",
				href: "#main",
				word: "skip",
				onclick: (event) => this.skip(event)
			}), h("header", { class: "top" }, h("h1", { word: "title" }), this.finder.element, this.bar), this.notice, h("div", { class: "body" }, this.aside, h("main", {
				id: "main",
				tabindex: -1
			}, this.stage, this.tables.element, this.legend, h("footer", {}, this.status, this.years.element)), h("section", {
				class: "panel",
				label: "details"
			}, this.panel.element)), this.reader.element);
			this.shown = shown(graph, this.state);
			this.canvas = this.begin();
			this.keys();
			this.render(void 0);
			this.canvas?.look(this.state.camera);
			addEventListener("popstate", () => this.go(read(location.hash, this.first)));
			addEventListener("hashchange", () => this.go(read(location.hash, this.first)));
			matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
			source.watch(() => this.tell(say("changed"), say("reload"), () => location.reload()));
		}
		begin() {
			try {
				return new Canvas(this.graph, this.stage, {
					node: (id) => this.choose(id),
					edge: (key) => this.change({
						edge: key,
						node: ""
					}),
					expand: (id) => this.expand(id),
					nothing: () => (this.state.node || this.state.edge) && this.change({
						node: "",
						edge: ""
					}),
					moved: (camera) => this.moved(camera)
				});
			} catch {
				this.tell(say("noWebgl"));
				this.state = {
					...this.state,
					view: "table"
				};
				return;
			}
		}
		/** A change of the view. One that goes somewhere can be taken back by the browser. */
		change(patch, goes = true) {
			const next = {
				...this.state,
				...patch
			};
			const address = written(next, this.first) || location.pathname + location.search;
			if (goes) history.pushState(null, "", address);
			else history.replaceState(null, "", address);
			this.go(next);
		}
		go(next) {
			const last = this.state;
			this.state = next;
			this.render(last);
		}
		render(last) {
			const { state, graph } = this;
			const moved = (...keys) => !last || keys.some((key) => String(last[key]) !== String(state[key]));
			const spokenAnew = moved("lang");
			if (spokenAnew) {
				speak(state.lang);
				document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
				translate(document);
			}
			if (moved("theme")) document.documentElement.dataset.theme = state.theme;
			const filtered = moved("noKind", "noRelation", "noModality", "place", "document", "from", "to", "undated", "confidence", "loose", "roots", "depth", "hidden", "path");
			if (filtered) this.shown = shown(graph, state);
			if (filtered || spokenAnew || moved("view")) {
				this.filters.show(state);
				this.years.show(state);
				this.count();
				this.key();
			}
			const table = state.view === "table";
			this.stage.hidden = table;
			this.legend.hidden = table;
			this.tables.element.hidden = !table;
			if (table) this.tables.show(state, this.shown);
			if (this.canvas && !table && (filtered || spokenAnew || moved("view"))) this.canvas.draw(this.shown);
			if (moved("theme") && last) this.recolour();
			if (!table) this.canvas?.mark(state, this.shown.paths);
			if (moved("roots", "path", "depth") && last) this.canvas?.fit();
			if (spokenAnew || moved("node", "edge", "path") || filtered) this.panel.show(state, this.shown);
			this.bar.querySelectorAll("[data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === state.view)));
			this.bar.querySelector(".part").hidden = !(state.roots.length || state.hidden.length || state.path.length);
			this.bar.querySelector("#depth").value = String(state.depth);
			this.bar.querySelector("#theme").value = state.theme;
			const name = state.node ? graph.node(state.node)?.name : void 0;
			document.title = [name, say("title")].filter(Boolean).join(" · ");
		}
		choose(id, show = false) {
			const { shown: seen, state } = this;
			const within = seen.drawn.some((node) => node.id === id) || state.view === "table" ? {} : {
				roots: [id],
				path: [],
				hidden: state.hidden.filter((one) => one !== id),
				noKind: [],
				place: "",
				document: ""
			};
			this.change({
				...within,
				node: id,
				edge: ""
			});
			if (show) this.canvas?.show(id);
			document.getElementById("chosen")?.focus({ preventScroll: true });
		}
		expand(id) {
			const { state } = this;
			const roots = state.roots.length ? [.../* @__PURE__ */ new Set([...state.roots, id])] : [id];
			this.change({
				roots,
				path: [],
				node: id,
				edge: ""
			});
		}
		moved(camera) {
			if (String(camera) === String(this.state.camera)) return;
			const home = String(camera) === "0.5,0.5,1";
			this.state = {
				...this.state,
				camera: home ? [] : camera
			};
			history.replaceState(null, "", written(this.state, this.first) || location.pathname + location.search);
		}
		count() {
			const { shown: seen, graph, state } = this;
			const told = [say("shown", seen.drawn.length, graph.nodes.length, seen.edges.length, graph.edges.length)];
			const left = seen.nodes.length - seen.drawn.length;
			if (left > 0) told.push(say("looseLeft", left));
			if (state.hidden.length) told.push(say("hiddenCount", state.hidden.length));
			this.status.textContent = told.join(" · ");
		}
		key() {
			const there = new Set(this.shown.drawn.map((node) => node.kind));
			const kinds = this.graph.content.kinds.filter((kind) => there.has(kind.name));
			this.legend.replaceChildren(...kinds.map((kind) => h("li", { title: spoken() === "en" ? kind.about : void 0 }, sign(kind.name), kind[spoken()])), h("li", { class: "soft" }, say("dashed")));
		}
		toolbar() {
			const button = (word, act, more = {}) => h("button", {
				type: "button",
				word,
				onclick: act,
				...more
			});
			const view = (name, word) => button(word, () => this.change({ view: name }), { "data-view": name });
			const depth = h("select", {
				id: "depth",
				label: "depth"
			}, ...[
				1,
				2,
				3,
				4
			].map((steps) => h("option", { value: steps }, steps)));
			depth.addEventListener("change", () => this.change({ depth: Number(depth.value) }));
			const theme = h("select", {
				id: "theme",
				label: "theme"
			}, h("option", {
				value: "auto",
				word: "themeAuto"
			}), h("option", {
				value: "light",
				word: "themeLight"
			}), h("option", {
				value: "dark",
				word: "themeDark"
			}));
			theme.addEventListener("change", () => this.change({ theme: theme.value }, false));
			const take = (word, act) => button(word, () => {
				act();
				menu.open = false;
			});
			const menu = h("details", { class: "menu" }, h("summary", { word: "export" }), h("div", {}, take("exportPng", () => void this.picture("png")), take("exportSvg", () => void this.picture("svg")), take("exportJson", () => save("graph.json", data(this.graph, this.shown), "application/json")), take("exportNodes", () => save("entities.csv", nodeTable(this.graph, this.shown), "text/csv")), take("exportEdges", () => save("relations.csv", edgeTable(this.graph, this.shown), "text/csv")), take("exportFacts", () => save("facts.csv", factTable(this.shown), "text/csv"))));
			menu.addEventListener("focusout", (event) => {
				if (!menu.contains(event.relatedTarget)) menu.open = false;
			});
			return h("div", {
				class: "bar",
				role: "toolbar",
				label: "view"
			}, h("span", { class: "joined" }, view("graph", "graphView"), view("table", "tableView")), h("span", { class: "part" }, h("label", {}, h("span", { word: "depth" }), depth), button("showAll", () => this.change({
				roots: [],
				path: [],
				hidden: [],
				camera: []
			}))), button("reset", () => this.change({
				...this.first,
				lang: this.state.lang,
				theme: this.state.theme
			})), menu, theme, button("language", () => this.change({ lang: spoken() === "zh" ? "en" : "zh" }, false), { lang: "mul" }));
		}
		async picture(kind) {
			if (!this.canvas) return;
			if (this.state.view === "table") this.change({ view: "graph" });
			const style = getComputedStyle(document.body);
			const drawn = drawing(this.canvas, style.getPropertyValue("--paper").trim(), style.getPropertyValue("--ink").trim(), document.title);
			if (kind === "svg") save("graph.svg", drawn, "image/svg+xml");
			else save("graph.png", await pixels(drawn, 2), "image/png");
		}
		keys() {
			addEventListener("keydown", (event) => {
				const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
				if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
					event.preventDefault();
					this.finder.input.focus();
				}
				if (event.key === "Escape" && !typing && (this.state.node || this.state.edge)) this.change({
					node: "",
					edge: ""
				});
			});
			const moves = {
				ArrowLeft: () => this.canvas?.pan(-.1, 0),
				ArrowRight: () => this.canvas?.pan(.1, 0),
				ArrowUp: () => this.canvas?.pan(0, .1),
				ArrowDown: () => this.canvas?.pan(0, -.1),
				"+": () => this.canvas?.zoom(1 / 1.4),
				"=": () => this.canvas?.zoom(1 / 1.4),
				"-": () => this.canvas?.zoom(1.4),
				"0": () => this.canvas?.fit()
			};
			this.stage.addEventListener("keydown", (event) => {
				const move = moves[event.key];
				if (!move || event.ctrlKey || event.metaKey) return;
				event.preventDefault();
				move();
			});
		}
		skip(event) {
			event.preventDefault();
			document.getElementById("main")?.focus();
		}
		/** The colours of kinds, as the style sheet's own. */
		colours() {
			const sheet = new CSSStyleSheet();
			const rules = (side) => this.graph.content.kinds.map((kind) => `--kind-${kind.name}:${kind[side]}`).join(";");
			sheet.replaceSync(`:root{${rules("light")}} :root[data-theme="dark"]{${rules("dark")}} @media (prefers-color-scheme: dark){:root:not([data-theme="light"]){${rules("dark")}}}`);
			document.adoptedStyleSheets = [sheet];
		}
		recolour() {
			this.canvas?.recolour(this.shown, this.state);
		}
		tell(words, deed, act) {
			this.notice.replaceChildren(words, ...deed && act ? [h("button", {
				type: "button",
				onclick: act
			}, deed)] : []);
			this.notice.hidden = false;
		}
		/** Where an entity or a relation stands on the screen; undefined where it is not drawn. */
		locate(key) {
			return this.canvas?.locate(key);
		}
	};
	async function begin() {
		speak(document.documentElement.lang === "en" ? "en" : "zh");
		const waiting = h("p", {
			class: "waiting",
			role: "status"
		}, say("loading"));
		document.body.append(waiting);
		try {
			const from = source();
			const page = new Page(new Graph(await from.content()), from);
			Object.assign(window, { tuzhi: { locate: (key) => page.locate(key) } });
		} catch (error) {
			if (error instanceof TokenNeeded) return waiting.replaceWith(entrance());
			waiting.textContent = say("failed", error instanceof Error ? error.message : String(error));
			throw error;
		}
	}
	/** Asks for the token of the server. */
	function entrance() {
		const input = h("input", {
			type: "password",
			id: "token",
			autocomplete: "off",
			required: true
		});
		const form = h("form", { class: "waiting" }, h("label", { for: "token" }, say("token"), " ", input), " ", h("button", { type: "submit" }, say("enter")));
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			remember(input.value);
			form.remove();
			begin();
		});
		return form;
	}
	begin();
})(ThirdParty);
