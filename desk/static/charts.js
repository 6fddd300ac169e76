// Draws each chart from the table below it. Lines differ in dashes and in the shape of their points, not in colour alone,
// and have their names at their ends.
"use strict";
(() => {
  const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
  const SHAPES = ["circle", "rect", "triangle", "rectRot"];
  const COLOURS = 4;
  const MOST_BARS = 15;
  const MOST_POINTS = 45;
  const BAR_HEIGHT = 30;
  const BARS_FRAME = 40;
  const LABEL_GAP = 8;
  const LINE_HEIGHT = 15;
  const NARROW = 480;
  const FONT_SIZE = 12;
  const drawn = [];

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function read(figure) {
    const table = figure.querySelector("table");
    const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    const value = (cell) => ("none" in cell.dataset ? null : Number(cell.textContent));
    return {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      series: names.map((name, index) => ({ name, values: rows.map((row) => value(row.cells[index + 1])) })),
    };
  }

  function shortDay(day) {
    const [year, month, number] = day.split("-").map(Number);
    const form = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short" });
    return form.format(new Date(year, month - 1, number));
  }

  function cut(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  }

  // The names of the lines, right of their last points, moved apart where they would lie on one another.
  const names = {
    id: "names",
    afterDatasetsDraw(chart) {
      if (chart.width < NARROW || chart.config.type !== "line") return;
      const ends = chart.data.datasets.flatMap((dataset, index) => {
        if (!chart.isDatasetVisible(index)) return [];
        const last = dataset.data.findLastIndex((value) => value !== null);
        return last < 0 ? [] : [{ text: dataset.short, colour: dataset.borderColor, y: chart.getDatasetMeta(index).data[last].y }];
      });
      ends.sort((one, other) => one.y - other.y);
      for (let index = 1; index < ends.length; index += 1) {
        ends[index].y = Math.max(ends[index].y, ends[index - 1].y + LINE_HEIGHT);
      }
      let lowest = chart.chartArea.bottom;
      for (const end of [...ends].reverse()) {
        end.y = Math.min(end.y, lowest);
        lowest = end.y - LINE_HEIGHT;
      }
      const context = chart.ctx;
      context.save();
      context.font = `600 ${FONT_SIZE}px ${token("--font")}`;
      context.textBaseline = "middle";
      for (const end of ends) {
        context.fillStyle = end.colour;
        context.fillText(end.text, chart.chartArea.right + LABEL_GAP, end.y);
      }
      context.restore();
    },
  };

  // The number of each bar, at its end.
  const numbers = {
    id: "numbers",
    afterDatasetsDraw(chart) {
      if (chart.config.type !== "bar") return;
      const context = chart.ctx;
      context.save();
      context.font = `600 ${FONT_SIZE}px ${token("--font")}`;
      context.textBaseline = "middle";
      context.fillStyle = token("--ink");
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        context.fillText(String(chart.data.datasets[0].data[index]), bar.x + LABEL_GAP, bar.y);
      });
      context.restore();
    },
  };

  function common(width) {
    return {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      font: { family: token("--font"), size: FONT_SIZE },
      color: token("--ink"),
      layout: { padding: { right: width } },
    };
  }

  function scale(extra) {
    return {
      ticks: { color: token("--ink-soft"), ...extra },
      grid: { color: token("--chart-grid") },
      border: { color: token("--line-strong") },
      beginAtZero: true,
    };
  }

  function widest(texts) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = `600 ${FONT_SIZE}px ${token("--font")}`;
    return Math.max(0, ...texts.map((text) => context.measureText(text).width));
  }

  function lines(canvas, data) {
    const datasets = data.series.map((series, index) => {
      const colour = token(`--chart-${(index % COLOURS) + 1}`);
      const few = data.labels.length <= MOST_POINTS;
      return {
        label: series.name,
        short: cut(series.name, 24),
        data: series.values,
        borderColor: colour,
        backgroundColor: colour,
        borderDash: DASHES[index % DASHES.length],
        borderWidth: 2,
        pointStyle: SHAPES[index % SHAPES.length],
        // Of many points every seventh has its shape, so that the line stays a line.
        pointRadius: (point) => (few || point.dataIndex % 7 === 0 ? 4 : 0),
        pointHoverRadius: 6,
        spanGaps: true,
        clip: false,
      };
    });
    const room = canvas.parentElement.clientWidth < NARROW ? LABEL_GAP : widest(datasets.map((set) => set.short)) + 2 * LABEL_GAP;
    return {
      type: "line",
      data: { labels: data.labels, datasets },
      plugins: [names],
      options: {
        ...common(room),
        interaction: { mode: "index", intersect: false },
        scales: {
          x: scale({ maxRotation: 0, autoSkipPadding: 16, callback: (value) => shortDay(data.labels[value]) }),
          y: scale({ precision: 0 }),
        },
        plugins: {
          legend: {
            position: "bottom",
            display: datasets.length > 1,
            labels: { usePointStyle: true, color: token("--ink"), padding: 12 },
          },
        },
      },
    };
  }

  function bars(canvas, data) {
    const count = Math.min(MOST_BARS, data.labels.length);
    const [series] = data.series;
    canvas.parentElement.style.height = `${count * BAR_HEIGHT + BARS_FRAME}px`;
    const most = canvas.parentElement.clientWidth < NARROW ? 15 : 34;
    return {
      type: "bar",
      data: {
        labels: data.labels.slice(0, count),
        datasets: [{ label: series.name, data: series.values.slice(0, count), backgroundColor: token("--chart-1"), borderRadius: 3 }],
      },
      plugins: [numbers],
      options: {
        ...common(widest(series.values.slice(0, 1).map(String)) + 2 * LABEL_GAP),
        indexAxis: "y",
        scales: {
          x: scale({ precision: 0 }),
          y: { ...scale({ autoSkip: false, callback: (value) => cut(data.labels[value], most) }), grid: { display: false } },
        },
        plugins: { legend: { display: false } },
      },
    };
  }

  function draw() {
    for (const chart of drawn.splice(0)) chart.destroy();
    for (const figure of document.querySelectorAll("[data-chart]")) {
      const canvas = figure.querySelector("canvas");
      if (!canvas) continue;
      const data = read(figure);
      drawn.push(new Chart(canvas, figure.dataset.chart === "bars" ? bars(canvas, data) : lines(canvas, data)));
    }
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  let width = innerWidth;
  addEventListener("resize", () => {
    // The room for the names depends on it.
    if (innerWidth < NARROW !== width < NARROW) draw();
    width = innerWidth;
  });
  draw();
})();
