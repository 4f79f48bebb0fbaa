fn main() {
    println!("cargo:rerun-if-changed=../../lib/wire.c");
    println!("cargo:rustc-link-lib=static=wire");
}
