// A coat hook, printed lying on its side: the layers run along the load, and nothing needs support.
// All lengths in millimetres. openscad --export-format binstl -o coat-hook.stl coat-hook.scad
width = 14;   // along the wall; the height of the print
thick = 5;    // of the plate and the arm
plate = 56;   // height of the plate on the wall
reach = 30;   // from the wall to the middle of the arm's end
screw = 4.2;  // for 4 mm screws
head = 8;
$fn = 64;

module profile() {
  rounded(thick, plate);                                   // the plate on the wall
  hull() {                                                 // the arm, rising away from the wall
    translate([thick / 2 + 1, 12]) circle(d = thick + 2); // its back flush with the plate's
    translate([reach, 14]) circle(d = thick + 1);
  }
  hull() {                                                 // the tip
    translate([reach, 14]) circle(d = thick + 1);
    translate([reach + 5, 27]) circle(d = thick);
  }
  difference() {                                           // a fillet where the arm pulls
    translate([thick - 0.5, 13]) square([9, 10]);
    translate([thick + 8.5, 24]) circle(r = 8.5);
  }
}

module rounded(w, h) {
  hull() {
    translate([w / 2, w / 2]) circle(d = w);
    translate([w / 2, h - w / 2]) circle(d = w);
  }
}

module hole(y) {
  translate([-1, y, width / 2]) rotate([0, 90, 0]) cylinder(d = screw, h = thick + 2);
  translate([thick - 2, y, width / 2]) rotate([0, 90, 0]) cylinder(d1 = screw, d2 = head + 1, h = 2.01);
}

difference() {
  linear_extrude(width) profile();
  hole(plate - 9);
  hole(plate - 24);
}
