// The ring that carries a lampshade of 300 mm, in one piece: only for a large bed.
// All lengths in millimetres. openscad --export-format binstl -o lamp-ring.stl lamp-ring.scad
outer = 300;
rim = 6;
height = 6;
fitting = 42; // for an E27 fitting
spoke = 8;
$fn = 120;

module ring(d, w) {
  difference() {
    circle(d = d);
    circle(d = d - 2 * w);
  }
}

linear_extrude(height) ring(outer, rim);
linear_extrude(height / 2) {
  ring(fitting + 2 * rim, rim);
  for (a = [0, 120, 240])
    rotate(a) translate([fitting / 2 + 1, -spoke / 2]) square([outer / 2 - fitting / 2 - 3, spoke]);
}
