//! The C parser, called from Rust.

use std::os::raw::c_int;

#[repr(C)]
pub struct Header {
    pub sender: u32,
    pub length: u16,
    pub flags: u8,
}

extern "C" {
    fn wire_parse_header(data: *const u8, size: usize, out: *mut Header) -> c_int;
}

/// Reads the header of a packet; none where the packet is cut off or no header.
pub fn parse_header(packet: &[u8]) -> Option<Header> {
    let mut header = Header { sender: 0, length: 0, flags: 0 };
    // The pointer and its size belong together, and the parser keeps neither.
    let code = unsafe { wire_parse_header(packet.as_ptr(), packet.len(), &mut header) };
    (code == 0).then_some(header)
}
