package frame

// int frame_size(int value);
import "C"

func Size(value int) int {
	return int(C.frame_size(C.int(value)))
}
