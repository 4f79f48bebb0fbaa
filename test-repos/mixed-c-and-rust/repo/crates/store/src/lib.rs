//! Keeps messages in the order in which they came.

#![forbid(unsafe_code)]

use std::collections::VecDeque;

/// A message that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub sender: u32,
    pub body: Vec<u8>,
}

/// Holds the newest messages, up to a limit.
pub struct Store {
    messages: VecDeque<Message>,
    limit: usize,
}

impl Store {
    pub fn new(limit: usize) -> Self {
        Store { messages: VecDeque::with_capacity(limit), limit }
    }

    pub fn push(&mut self, message: Message) {
        if self.messages.len() == self.limit {
            self.messages.pop_front();
        }
        self.messages.push_back(message);
    }

    pub fn from_sender(&self, sender: u32) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(move |message| message.sender == sender)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_message_gives_way() {
        let mut store = Store::new(1);
        store.push(Message { sender: 1, body: vec![1] });
        store.push(Message { sender: 2, body: vec![2] });
        assert_eq!(store.from_sender(1).count(), 0);
    }
}
