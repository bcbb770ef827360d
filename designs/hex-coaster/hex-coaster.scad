// A coaster: a cell of the map and its six neighbours, milled from 6 mm plywood.
// All lengths in millimetres. openscad --export-format binstl -o hex-coaster.stl hex-coaster.scad
across = 90;    // flat to flat
thick = 6;
cell = 22;      // flat to flat of a small cell
groove = 1;     // depth of the lines
tool = 3.175;   // the lines are as wide as the cutter
$fn = 64;

module hexagon(flats) { circle(d = flats / cos(30), $fn = 6); }

module line(flats) {
  difference() {
    offset(r = tool / 2) hexagon(flats);
    offset(delta = -tool / 2) hexagon(flats);
  }
}

difference() {
  linear_extrude(thick) offset(r = 4) offset(delta = -4) rotate(30) hexagon(across);
  translate([0, 0, thick - groove]) linear_extrude(groove + 1) {
    line(cell - tool);
    for (a = [30 : 60 : 330]) rotate(a) translate([cell, 0]) rotate(-a) line(cell - tool);
  }
}
