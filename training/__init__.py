"""Trains models that ship inside the package; each folder ends in an ONNX file and its card."""
